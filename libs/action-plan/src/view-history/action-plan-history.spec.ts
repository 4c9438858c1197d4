import { foldInto, qualifies, type AsOf } from '#libs/kernel';
import { record } from '#libs/kernel/testing';
import { actionPlanStreamId, type ActionPlanEvent } from '../contract/index.js';
import { adopted, planHistory, reported, tkr } from '../plan/fixtures.js';
import {
  actionPlanHistories,
  historyOf,
  type Between,
  type ProjectedHistory,
} from './action-plan-history.js';

const stream = actionPlanStreamId('alingsas', 'SN', '2024-09-17.42');
const historyFrom = (facts: readonly ActionPlanEvent[], between: Between = {}, asOf: AsOf = {}) => {
  const events = record(stream, facts).filter((event) => qualifies(event, asOf));
  const folded = foldInto(actionPlanHistories, new Map(), events).get(stream.name);
  return folded ? historyOf(folded, between) : null;
};
const told = (facts: readonly ActionPlanEvent[], between: Between = {}) =>
  historyFrom(facts, between)?.entries.map(({ effectiveOn, sentence }) => `${effectiveOn} ${sentence}`);

describe('the history of an action plan', () => {
  it('reads as a story in the order in which the facts hold', () => {
    expect(told(planHistory)).toEqual([
      '2024-09-17 Nämnden antog handlingsplanen ”Handlingsplan för att hantera underskottet 2024 och säkerställa en ekonomi i balans till 2025” med 5 åtgärder; förväntad effekt angavs för ingen av dem (SN 2024-09-17, § 42).',
      '2024-10-22 Åtgärden ”Mobilt team tillsammans med barn- och ungdomspsykiatrin, insatser på hemmaplan i stället för köpt vård” ändrades: ansvarig från ingen uppgift till avdelningschef unga; förväntad effekt från ingen uppgift till 1 200 tkr 2025; klart senast från ingen uppgift till 2025-03-31 (SN 2024-10-22, § 51). Skäl: Beräkningen färdigställdes efter antagandet.',
      '2024-11-19 Åtgärden ”Vakanta tjänster tillsätts först efter prövning” lades till: ansvarig förvaltningschef; förväntad effekt 300 tkr 2024 och 600 tkr 2025; klart senast 2024-12-31; kontogrupp staffCosts (SN 2024-11-19, § 58, angiven i efterhand).',
      '2024-11-19 Paragrafen för beslutet om åtgärden ”Vakanta tjänster tillsätts först efter prövning” angavs i efterhand (SN 2024-11-19, § 58).',
      '2025-03-18 Vid uppföljning 1 2025 rapporterades åtgärden ”Mobilt team tillsammans med barn- och ungdomspsykiatrin, insatser på hemmaplan i stället för köpt vård” som försenad; uppnådd effekt hittills 100 tkr 2025 (rapporterat av nämndsekreterare). Kommentar: Teamet startade en månad senare än planerat.',
      '2025-05-20 Handlingsplanen reviderades: syfte från ingen uppgift till ”Ekonomi i balans senast vid utgången av 2026”; budgetår från 2024 och 2025 till 2024, 2025 och 2026 (SN 2025-05-20, § 33). Skäl: Kommunbidraget för 2026 är lägre än väntat.',
      '2025-05-20 Åtgärden ”KRIM-grupp för att tillgodose behov på hemmaplan till lägre kostnad än köpta insatser” avbröts (SN 2025-05-20, § 33). Skäl: Behovet tillgodoses genom det mobila teamet.',
      '2025-06-30 Åtgärden ”Ändrad delegationsnivå för köpta insatser” slutfördes den 2025-06-30; uppnådd effekt ingen uppgift (rapporterat av nämndsekreterare).',
      '2026-02-10 Uppgifterna om hur åtgärden ”Ändrad delegationsnivå för köpta insatser” slutfördes rättades: uppnådd effekt från ingen uppgift till 450 tkr 2025; kommentar från ingen uppgift till ”Enligt bokslutet.” (rapporterat av nämndsekreterare).',
    ]);
  });

  it('keeps beside each sentence who, when, on what ground, and what changed from what to what', () => {
    expect(historyFrom(planHistory)?.entries[1]).toMatchObject({
      revision: 1,
      type: 'MeasureChanged',
      effectiveOn: '2024-10-22',
      recordedAt: '2026-01-01T00:01:00.000Z',
      actor: { id: 'test-secretary', role: 'committeeSecretary' },
      basis: { kind: 'decision', citation: 'SN 2024-10-22, § 51' },
      measure: { id: 'mobile-team' },
      changes: [
        { field: 'responsibleRole', from: null, to: 'avdelningschef unga' },
        { field: 'expectedEffect', from: null, to: tkr([2025, 1_200]) },
        { field: 'dueOn', from: null, to: '2025-03-31' },
      ],
    });
  });

  it('holds a report against the one before it, and a correction against what it corrects', () => {
    const report = (round: number, status: 'delayed' | 'onTrack', thousands: number): ActionPlanEvent => ({
      type: 'MeasureProgressReported',
      data: {
        measureId: 'staffing',
        year: 2025,
        round,
        status,
        comment: null,
        realisedEffect: tkr([2025, thousands]),
      },
      basis: reported(`2025-0${round + 2}-18`),
    });
    const entries = historyFrom([
      adopted,
      report(1, 'delayed', 1),
      report(3, 'onTrack', 3),
      report(1, 'delayed', 2),
    ])?.entries;
    expect(
      entries?.map(({ revision, changes, report: said }) => [revision, said?.corrects, changes]),
    ).toEqual([
      [0, undefined, expect.anything()],
      [
        1,
        false,
        [
          { field: 'progress', from: null, to: 'delayed' },
          { field: 'realisedEffect', from: null, to: tkr([2025, 1]) },
        ],
      ],
      [3, true, [{ field: 'realisedEffect', from: tkr([2025, 1]), to: tkr([2025, 2]) }]],
      [
        2,
        false,
        [
          { field: 'progress', from: 'delayed', to: 'onTrack' },
          { field: 'realisedEffect', from: tkr([2025, 1]), to: tkr([2025, 3]) },
        ],
      ],
    ]);
    expect(entries?.[2]?.sentence).toBe(
      'Rapporten om åtgärden ”Minska arbetsstyrkan med tre årsarbetare” vid uppföljning 1 2025 rättades: uppnådd effekt från 1 tkr 2025 till 2 tkr 2025 (rapporterat av nämndsekreterare).',
    );
  });

  it('says that a paragraph is missing, and why', () => {
    expect(told(planHistory.slice(0, 3))?.[2]).toContain('(paragraf saknas: Protokollet är inte justerat).');
  });

  it('tells of what has been erased that it was there, and by what it went', () => {
    const events = record(stream, planHistory);
    const { basis, type, record: kept } = events[3]!;
    const erased = {
      event: '00000000-0000-4000-8000-00000000e4a5',
      citation: 'SN 2026-01-20, § 3',
      effectiveOn: '2026-01-20',
      recordedAt: '2026-01-21T08:00:00.000Z',
    };
    const gone = [{ event: { type, basis, data: null, record: kept }, erased }];
    for (const standing of [events.filter((_, n) => n !== 3), events]) {
      const docs = foldInto(actionPlanHistories, new Map<string, ProjectedHistory>(), standing);
      const folded = docs.get(stream.name);
      const entries = folded && historyOf(folded, {}, gone)?.entries;
      expect(entries?.map(({ effectiveOn }) => effectiveOn)).toEqual(
        historyFrom(planHistory)?.entries.map(({ effectiveOn }) => effectiveOn),
      );
      expect(entries?.filter(({ revision }) => revision === 3)).toMatchObject([
        {
          type: 'MeasureProgressReported',
          sentence: 'Uppgifterna är gallrade (SN 2026-01-20, § 3).',
          measure: null,
          changes: [],
          erased,
        },
      ]);
    }
  });

  it('can be told between two dates: after the first, up to and including the second', () => {
    expect(
      told(planHistory, { from: '2024-11-19', to: '2025-05-20' })?.map((line) => line.slice(0, 10)),
    ).toEqual(['2025-03-18', '2025-05-20', '2025-05-20']);
  });

  it('is not there before the plan is', () => {
    expect(historyFrom(planHistory, {}, { asOf: '2024-09-16' })).toBeNull();
  });
});
