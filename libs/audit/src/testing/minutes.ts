import type { Basis, DomainEvent, Projection, Teller } from '#libs/kernel';

/** Paragraphs of minutes: a view that has a document for each by its citation. */
type MinutesEvent = DomainEvent<'Registered' | 'Approved', { readonly citation: string }>;

export const registered = (citation: string): MinutesEvent => ({
  type: 'Registered',
  data: { citation },
  basis: { kind: 'decision', citation, effectiveOn: citation.slice(3, 13) },
});
export const approved = (citation: string, effectiveOn: string): MinutesEvent => ({
  type: 'Approved',
  data: { citation },
  basis: { kind: 'report', effectiveOn } satisfies Basis,
});

interface Paragraph {
  readonly citation: string;
  readonly status: string;
}

const paragraphs: Projection<Paragraph, MinutesEvent> = {
  name: 'test-paragraphs',
  version: 1,
  contexts: ['minutes'],
  keysOf: ({ data }) => [data.citation],
  initial: (citation) => ({ citation, status: '' }),
  evolve: (paragraph, { type }) => ({
    ...paragraph,
    status: type === 'Approved' ? 'justerad' : 'registrerad',
  }),
  index: ({ citation }) => ({ committee: citation.slice(0, 2), year: null, sortKey: citation }),
  sources: ({ key, committee }) => [{ prefix: `minutes-${committee ?? key?.slice(0, 2) ?? ''}` }],
};

export const minutesTeller: Teller<Paragraph, MinutesEvent> = {
  projection: paragraphs,
  tell: ({ type, data }) => `${data.citation} ${type === 'Approved' ? 'justerades' : 'registrerades'}`,
  itemsOf: ({ citation, status }) =>
    status === ''
      ? []
      : [
          {
            path: `minutes/${citation.slice(3, 13)}`,
            label: citation,
            value: { kind: 'words', words: status },
          },
        ],
};
