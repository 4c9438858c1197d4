// Made by `npm run describe:api` from the comments of controllers and their classes. Do not edit.
/** By `Class.member`; a route's parameters by `Class.method?name`. */
export const descriptions: Readonly<Record<string, string>> = {
  'AccountGroupsHttp.get':
    'The account groups that hold on the date, each with its accounts; those that come ready until others are defined.',
  'AccountGroupsHttp.get?asOf': 'What held on this date; today and later decisions too where it is left out.',
  'AccountGroupsHttp.get?knownAt': 'What had been recorded by this instant.',
  'AccountGroupsHttp.get?afterPosition': 'Wait, at most 5 s, until the answer includes this position.',
  'ActionPlanHistoryHttp.history':
    'What happened to the plan: when, by whom, under which paragraph, from what to what; and between two dates.',
  'ActionPlanHistoryHttp.history?asOf':
    'What held on this date; today and later decisions too where it is left out.',
  'ActionPlanHistoryHttp.history?knownAt': 'What had been recorded by this instant.',
  'ActionPlanHistoryHttp.history?afterPosition':
    'Wait, at most 5 s, until the answer includes this position.',
  'ActionPlanHistoryHttp.history?from':
    'The plan as it stood at the end of this day is where the comparison starts; before the first fact unless told.',
  'ActionPlanHistoryHttp.history?to':
    'The plan as it stood at the end of this day is where the comparison ends; now unless told.',
  'ActionPlanHttp.plan':
    'The plan: the state of every measure, what was promised and what came out. Null is not stated, never zero.',
  'ActionPlanHttp.plan?asOf': 'What held on this date; today and later decisions too where it is left out.',
  'ActionPlanHttp.plan?knownAt': 'What had been recorded by this instant.',
  'ActionPlanHttp.plan?afterPosition': 'Wait, at most 5 s, until the answer includes this position.',
  'ActionPlansHttp.plans': "The committee's plans in the order of the paragraphs that adopted them.",
  'ActionPlansHttp.plans?asOf': 'What held on this date; today and later decisions too where it is left out.',
  'ActionPlansHttp.plans?knownAt': 'What had been recorded by this instant.',
  'ActionPlansHttp.plans?afterPosition': 'Wait, at most 5 s, until the answer includes this position.',
  'ActionPlansHttp.plans?limit': '1 to 1,000; 100 where it is left out. See limitOf.',
  'ActionPlansHttp.plans?after': 'The `next` of the page before.',
  'AddMeasureDto.citation': 'The paragraph, `SN 2023-09-19, § 46`.',
  'AddMeasureDto.effectiveOn': 'From when it holds, where that is not the day of the paragraph.',
  'AddMeasureHttp.add': 'Adds a measure to the plan.',
  'AdoptActionPlanDto.citation': "The committee's own paragraph; the plan is known by its date and number.",
  'AdoptActionPlanDto.effectiveOn': 'From when the plan holds, where that is not the day of the paragraph.',
  'AdoptActionPlanDto.fiscalYears': 'The fiscal years that the plan concerns.',
  'AdoptActionPlanHttp.adopt': "Adopts a plan with its first measures, under the committee's own paragraph.",
  'ApproveMinutesHttp.approve': 'Records that the minutes of the paragraph were approved.',
  'AsOfQuery.asOf': 'What held on this date; today and later decisions too where it is left out.',
  'AsOfQuery.knownAt': 'What had been recorded by this instant.',
  'AsOfQuery.afterPosition': 'Wait, at most 5 s, until the answer includes this position.',
  'CancelMeasureDto.citation': 'The paragraph, `SN 2023-09-19, § 46`.',
  'CancelMeasureDto.effectiveOn': 'From when it holds, where that is not the day of the paragraph.',
  'CancelMeasureHttp.cancel': 'Cancels a measure by a decision, with the reason.',
  'CancelMeetingDto.effectiveOn':
    'From when the calendar says so; the day of the meeting where it is left out.',
  'CancelMeetingHttp.cancel': 'Calls a meeting off that has decided nothing.',
  'ChangeMeasureDto.citation': 'The paragraph, `SN 2023-09-19, § 46`; left out for a report.',
  'ChangeMeasureDto.effectiveOn':
    'From when it holds: required of a report, and for a paragraph where that is not its own day.',
  'ChangeMeasureDto.changes': 'Only what shall change; null takes a term away.',
  'ChangeMeasureHttp.change': 'Changes what is decided of a measure; what each term was is kept.',
  'ChangedTermsDto.responsibleRole': "A role, never a person's name.",
  'ChangedTermsDto.accountGroup': 'The account group that the measure acts on.',
  'CitePlanFactDto.revision':
    "The place in the plan's stream of the fact without a paragraph, as `uncited` lists it.",
  'CitePlanFactHttp.cite': 'Says afterwards under which paragraph a fact of the plan was decided.',
  'CommitteesHttp.list': 'The committees in the register, in force or not, with their names on the date.',
  'CommitteesHttp.list?asOf': 'What held on this date; today and later decisions too where it is left out.',
  'CommitteesHttp.list?knownAt': 'What had been recorded by this instant.',
  'CommitteesHttp.list?afterPosition': 'Wait, at most 5 s, until the answer includes this position.',
  'CommitteesHttp.list?limit': '1 to 1,000; 100 where it is left out. See limitOf.',
  'CommitteesHttp.list?after': 'The `next` of the page before.',
  'CommitteesHttp.get': 'A committee: names and terms through time, activities taken over and handed over.',
  'CommitteesHttp.get?asOf': 'What held on this date; today and later decisions too where it is left out.',
  'CommitteesHttp.get?knownAt': 'What had been recorded by this instant.',
  'CommitteesHttp.get?afterPosition': 'Wait, at most 5 s, until the answer includes this position.',
  'CompleteMeasureDto.completedOn': 'The completion holds from this day.',
  'CompleteMeasureDto.realisedEffect': 'What came out; left out where nothing is stated.',
  'CompleteMeasureDto.effectiveOn': 'From when a correction holds; the day of completion unless told.',
  'CompleteMeasureHttp.complete':
    'Completes a measure; doing so again corrects what was said, which is kept.',
  'CorrectDecisionDto.effectiveOn':
    'From when the correction holds; from the day of the decision where it is left out.',
  'CorrectDecisionHttp.correct': 'Corrects what is registered of a paragraph; the former text is kept.',
  'DecisionsHttp.list': "The committee's paragraphs by number, of one year or of all.",
  'DecisionsHttp.list?asOf': 'What held on this date; today and later decisions too where it is left out.',
  'DecisionsHttp.list?knownAt': 'What had been recorded by this instant.',
  'DecisionsHttp.list?afterPosition': 'Wait, at most 5 s, until the answer includes this position.',
  'DecisionsHttp.list?limit': '1 to 1,000; 100 where it is left out. See limitOf.',
  'DecisionsHttp.list?after': 'The `next` of the page before.',
  'DecisionsHttp.list?year': 'All years where it is left out.',
  'DecisionsHttp.get':
    'A paragraph with its whole life: former texts, approval of the minutes, notice and legal force.',
  'DecisionsHttp.get?asOf': 'What held on this date; today and later decisions too where it is left out.',
  'DecisionsHttp.get?knownAt': 'What had been recorded by this instant.',
  'DecisionsHttp.get?afterPosition': 'Wait, at most 5 s, until the answer includes this position.',
  'DecisionsOfYearQuery.asOf': 'What held on this date; today and later decisions too where it is left out.',
  'DecisionsOfYearQuery.knownAt': 'What had been recorded by this instant.',
  'DecisionsOfYearQuery.afterPosition': 'Wait, at most 5 s, until the answer includes this position.',
  'DecisionsOfYearQuery.limit': '1 to 1,000; 100 where it is left out. See limitOf.',
  'DecisionsOfYearQuery.after': 'The `next` of the page before.',
  'DecisionsOfYearQuery.year': 'All years where it is left out.',
  'DefineAccountGroupsDto.ranges': 'Which accounts belong to which group; an account may belong to none.',
  'DefineAccountGroupsHttp.define':
    'Defines all account groups anew from a date, with the accounts of each; what held before is kept for its time.',
  'DissolveCommitteeDto.lastDay': 'The last day of the committee.',
  'DissolveCommitteeHttp.dissolve':
    'Ends the committee after a last day; another last day takes the place of one that is recorded.',
  'EffectAmountDto.year': 'The fiscal year; left out where none is stated.',
  'EffectAmountDto.amountOre': 'What the result improves by; negative where the measure costs.',
  'EffectDto.precision': 'The unit in which the amounts are known; `ore` unless told.',
  'EstablishCommitteeDto.validFrom': 'The first day.',
  'EstablishCommitteeDto.validTo': 'The last day, where it is known.',
  'EstablishCommitteeHttp.establish':
    'Puts a committee in the register. A time before or after those recorded may be added.',
  'GroundDto.citation': 'The paragraph, `SN 2023-09-19, § 46`; left out for a report.',
  'GroundDto.effectiveOn':
    'From when it holds: required of a report, and for a paragraph where that is not its own day.',
  'HealthHttp.live': 'Whether the process is alive. Says nothing of the database.',
  'HealthHttp.ready':
    'Whether the database, the event store and the read models can serve; 503 with what cannot.',
  'HistoryQuery.asOf': 'What held on this date; today and later decisions too where it is left out.',
  'HistoryQuery.knownAt': 'What had been recorded by this instant.',
  'HistoryQuery.afterPosition': 'Wait, at most 5 s, until the answer includes this position.',
  'HistoryQuery.from':
    'The plan as it stood at the end of this day is where the comparison starts; before the first fact unless told.',
  'HistoryQuery.to':
    'The plan as it stood at the end of this day is where the comparison ends; now unless told.',
  'MeetingsHttp.list':
    "The committee's meetings of the year, with the paragraphs that are registered for each.",
  'MeetingsHttp.list?asOf': 'What held on this date; today and later decisions too where it is left out.',
  'MeetingsHttp.list?knownAt': 'What had been recorded by this instant.',
  'MeetingsHttp.list?afterPosition': 'Wait, at most 5 s, until the answer includes this position.',
  'MeetingsOfYearQuery.asOf': 'What held on this date; today and later decisions too where it is left out.',
  'MeetingsOfYearQuery.knownAt': 'What had been recorded by this instant.',
  'MeetingsOfYearQuery.afterPosition': 'Wait, at most 5 s, until the answer includes this position.',
  'MetricsHttp.scrape': 'Measurements in the text format of Prometheus.',
  'MoveMeetingDto.to': 'The new date, in the same year.',
  'MoveMeetingDto.effectiveOn':
    'From when the calendar says so; the earlier of the two dates where it is left out.',
  'MoveMeetingHttp.move': 'Moves a meeting that has decided nothing to another date of the year.',
  'MunicipalityHttp.get': "The municipality's name on the date, and its names through time.",
  'MunicipalityHttp.get?asOf': 'What held on this date; today and later decisions too where it is left out.',
  'MunicipalityHttp.get?knownAt': 'What had been recorded by this instant.',
  'MunicipalityHttp.get?afterPosition': 'Wait, at most 5 s, until the answer includes this position.',
  'NameMunicipalityDto.effectiveOn': 'From when; today where it is left out.',
  'NameMunicipalityHttp.name':
    'Names the municipality, for the first time or anew; the former name is kept for its time.',
  'NewMeasureDto.responsibleRole': "A role, never a person's name.",
  'NewMeasureDto.accountGroup': 'The account group that the measure acts on.',
  'NewMeasureDto.id': 'Lower-case words joined by `-`; made of the text where it is left out.',
  'PagedQuery.asOf': 'What held on this date; today and later decisions too where it is left out.',
  'PagedQuery.knownAt': 'What had been recorded by this instant.',
  'PagedQuery.afterPosition': 'Wait, at most 5 s, until the answer includes this position.',
  'PagedQuery.limit': '1 to 1,000; 100 where it is left out. See limitOf.',
  'PagedQuery.after': 'The `next` of the page before.',
  'ProblemFilter.unexpected': 'A bug or an outage: the log gets all of it, the sender only what to ask for.',
  'PublishNoticeDto.removedOn':
    'When the notice was taken down; may be told afterwards, with the same `publishedOn`.',
  'PublishNoticeHttp.publish':
    'Records that the approval was announced on the notice board, and when the notice was taken down.',
  'RegisterDecisionDto.date': 'The date of the meeting.',
  'RegisterDecisionDto.text': 'The text of the decision as minuted.',
  'RegisterDecisionDto.registryNumber': 'The number under which the matter is registered (diarienummer).',
  'RegisterDecisionHttp.register':
    "Registers a paragraph of the committee's minutes, so that other facts can cite it.",
  'RenameAccountGroupHttp.rename':
    'Gives an account group another name from a date; its id and accounts stay.',
  'RenameCommitteeHttp.rename':
    'Gives the committee another name from a date; the code stays, and the former name is kept for its time.',
  'ReportProgressDto.citation': 'The paragraph, `SN 2023-09-19, § 46`; left out for a report.',
  'ReportProgressDto.effectiveOn':
    'From when it holds: required of a report, and for a paragraph where that is not its own day.',
  'ReportProgressDto.year': 'The fiscal year of the follow-up round.',
  'ReportProgressDto.round': "The round's number in the calendar of the year, from 1.",
  'ReportProgressDto.realisedEffect': 'What has come out so far; left out where nothing is stated.',
  'ReportProgressHttp.report':
    'Reports at a follow-up round how the measure goes; a later report of the same round corrects it.',
  'RestsOnDto.citation': 'The paragraph, `SN 2023-09-19, § 46`.',
  'RestsOnDto.effectiveOn': 'From when it holds, where that is not the day of the paragraph.',
  'ReviseActionPlanDto.citation': 'The paragraph, `SN 2023-09-19, § 46`.',
  'ReviseActionPlanDto.effectiveOn': 'From when it holds, where that is not the day of the paragraph.',
  'ReviseActionPlanHttp.revise':
    'Revises the plan by a later decision: its own terms and any number of measures, all of it or nothing.',
  'ScheduleMeetingDto.kind': '`ordinary` where it is left out.',
  'ScheduleMeetingDto.effectiveOn':
    'From when the meeting stands in the calendar; the first day of its year where it is left out.',
  'ScheduleMeetingHttp.schedule': "Puts a meeting in the committee's calendar.",
  'StatedTermsDto.responsibleRole': "A role, never a person's name.",
  'StatedTermsDto.accountGroup': 'The account group that the measure acts on.',
  'TakeOverActivityDto.fromCommittee': 'Who answered for it before; null where it is new.',
  'TakeOverActivityHttp.takeOver':
    'The committee answers for an activity from a date, taken over from another committee or new.',
};
