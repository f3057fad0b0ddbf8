const words = (text: string) => text.split(' ');

const homeLook = ['by', 'at', 'yes[]'];
const episode = [
  ...['sealed', 'category', 'policy.code', 'policy.version', 'anchor', 'foundAt', 'dayOneRule', 'missedTestHour'],
  ...['feverTenths', 'phase', 'placement', 'placedBy', 'verdict', 'notice.how', 'notice.at', 'door', 'careContact'],
  ...['notice.photo', 'antigen.from', 'antigen.onDays[]', 'antigen.atLanding'],
  ...words('stay room siteSamplesAt linkedNegativeAt missedTold[] moveTo wayHome tried[] doctorWords endedAt'),
  ...['predecessor', 'successor', 'alert.since', 'alert.sealed', 'breach.at', 'handOut.toCounty', 'handOut.sealedName'],
  ...['linkedContact.negativeTests', 'linkedContact.otherwiseAs', 'recounted.at', 'recounted.endsAt'],
  'testsLookedAt',
  ...['opId', 'change', 'at', 'oldEnd', 'newEnd', 'sealed'].map((field) => `recounts[].${field}`),
  ...['kind', 'days', 'testDays[]', 'hasDoubleSampling', 'stayIn', 'orHostel'].map((field) => `phases[].${field}`),
  ...['GRID', 'DOCTOR'].flatMap((signer) => homeLook.map((field) => `homeLooks.${signer}.${field}`)),
  ...['id', 'takenAt', 'by', 'kit', 'result.value', 'result.at'].map((field) => `swabs[].${field}`),
  ...words('opId day half at by how doubts[] sealed selfTestPhoto').map((field) => `reports[].${field}`),
  ...['day', 'half', 'since'].map((field) => `reportMissing.${field}`),
  ...['reason', 'owner', 'since', 'dueAt'].map((field) => `block.${field}`),
  ...['at', 'by', 'sealed'].map((field) => `breach.heard.${field}`),
];
const quarantineEntry = [
  ...['anchor', 'at', 'because', 'by', 'category', 'from', 'good', 'life'],
  ...['how', 'link', 'reason'].map((field) => `moves[].${field}`),
  ...['to.party', 'to[].party'],
].map((field) => `outbox[].payload.${field}`);

/** What a quarantine holds; who it is and what is said about health is sealed. */
export const quarantineKeys: readonly string[] = [...episode.map((field) => `detail.${field}`), ...quarantineEntry];
