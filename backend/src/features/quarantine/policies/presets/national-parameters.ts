import type { PolicyParameters } from '@grid-relief/shared-types/quarantine/policy-parameters.schema';

/**
 * Single figures of handbook 5 and 5.4 to 5.6 as they stood under the 8th edition. Fever, proof: 8th edition. Notice of
 * 48 hours: generally known for Shanxi, May 2022, where other places asked for 72 or 24. Star of the trip card until 28
 * June 2022: notice of that day; its windows and end, four-class medicine: press. Antigen tests on sale from 11 March
 * 2022: press, "days 1 to 5": generally known. Sampling points and samplers: guide to mass testing, 2nd edition.
 * Investigation: work plan of the time. Cases an investigator takes on, the quota outside controlled areas, retention: ours.
 */
export const nationalParameters: PolicyParameters = {
  dayOneRule: 'NEXT_DAY',
  swabSite: 'NASAL',
  feverCelsius: 37.3,
  proofHours: 48,
  advanceNoticeHours: 48,
  advanceNoticeHoursChoices: [72, 48, 24],
  poolSize: 10,
  hoursBetweenTests: 24,
  missedTestHour: 20,
  contactLookBackDays: 2,
  contactLookBackUsualDays: 4,
  antigen: { from: '2022-03-11', onDays: [1, 2, 3, 4, 5], atLanding: false },
  areaStepDown: { sealedQuietDays: 14, lastContactDays: 14, lastContactMovedDays: 4, allNegativeWithinDays: 2 },
  zoneRules: [
    { zone: 'SEALED', movement: 'NOBODY_LEAVES_HOME' },
    { zone: 'CONTROLLED', movement: 'NOBODY_LEAVES_AREA' },
    { zone: 'GUARDED', movement: 'NO_GATHERINGS' },
  ],
  compoundQuotas: [
    { zone: 'SEALED', persons: 0, everyDays: 1 },
    { zone: 'CONTROLLED', persons: 1, everyDays: 2 },
  ],
  checks: {
    tripCodeStarUntil: '2022-06-28',
    tripCardUntil: '2022-12-12',
    tripCardWindows: [
      { from: '2020-02-01', days: 14 },
      { from: '2022-07-08', days: 7 },
    ],
    controlledFourUntil: '2022-12-06',
  },
  codeClearing: { tests: 2, withinDays: 3, hoursApart: 24, answerHours: 24 },
  capacities: {
    peoplePerSamplingPoint: { atLeast: 2000, atMost: 3000 },
    peoplePerSampler: 360,
    investigationReportHours: 2,
    investigationPathHours: 4,
    investigationFirstReportHours: 24,
    newCasesPerInvestigatorPerDay: 3,
  },
  retentionDays: { scans: 30, doorEvents: 30, episodes: 60 },
};
