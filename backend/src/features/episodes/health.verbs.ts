import { episodeMinutes } from '@grid-relief/shared-types/lifecycles/quarantine/quarantine-episode.lifecycle';
import { addMinutes, dayOf } from '@grid-relief/shared-types/primitives/instants';
import { isOwn, isSystem, personOf, timerAt } from '../../lifecycle';
import { promptsEnd } from '../../notice-entry';
import { halfOf, isGiven, nextReportDue } from './daily-clock.rules';
import { again, sameStay, tell, tellGrid, tellRole } from './entries';
import { type HealthReport, type HealthWords, machine } from './episode';
import { episodeRepository } from './episode.repository';
import { namedPhoto, wrongPhoto } from './named-photo';
import { alarmsIn, doubtsAbout, phonedWithinMinutes } from './report-doubts.rules';
import { detailOf, type EpisodeAttempt, type EpisodeVerb, happenedAt, runs } from './verb';

/** Health words that the route has sealed; nothing once the key was destroyed. */
export async function openHealth(
  { deps, record }: Pick<EpisodeAttempt, 'deps' | 'record'>,
  sealed: string | undefined,
) {
  const text = sealed === undefined ? undefined : await deps.unseal(record.county, sealed, 'health');
  // sealed by our own routes, and by nobody else
  return text === undefined ? { symptoms: [] } : (JSON.parse(text) as HealthWords);
}

/** The person and who speaks for it says it itself; everybody else has phoned. */
function howOf({ record, actor }: EpisodeAttempt): HealthReport['how'] {
  return isSystem(actor) || isOwn(record, actor) ? 'SELF' : 'PHONE';
}

async function reportOf(attempt: EpisodeAttempt): Promise<{ report: HealthReport; words: HealthWords }> {
  const { deps, record, actor, opId, body } = attempt;
  const sealed = body.sealedWords ?? '';
  const words = await openHealth(attempt, sealed);
  const [at, how, by] = [happenedAt(attempt), howOf(attempt), personOf(actor)];
  const earlier = record.detail.reports
    .filter((one) => one.how === 'SELF')
    .slice(-10)
    .reverse();
  const before = await Promise.all(earlier.map((one) => openHealth(attempt, one.sealed)));
  const since = addMinutes(at, -phonedWithinMinutes);
  const others = episodeRepository(deps.connection);
  const enteredLately = how === 'PHONE' ? await others.enteredBy(record, by, since, at) : 0;
  const { feverTenths } = record.detail;
  const doubts = doubtsAbout({ words, feverTenths, before, how, enteredLately });
  const photo = await selfTestPhotoOf(attempt, how);
  return { words, report: { opId, day: dayOf(at), half: halfOf(at), at, by, how, doubts, sealed, ...photo } };
}

/** Only whoever tests sees the test: what is heard on the phone comes without a photo (handbook 2.3). */
async function selfTestPhotoOf(attempt: EpisodeAttempt, how: HealthReport['how']) {
  const selfTestPhoto = await namedPhoto(attempt, 'selfTestPhoto');
  if (selfTestPhoto === undefined) return {};
  if (how === 'PHONE') throw wrongPhoto('selfTestPhoto', 'only with a report of your own');
  return { selfTestPhoto };
}

const reportHealth: EpisodeVerb = async (attempt) => {
  const { record } = attempt;
  const { report, words } = await reportOf(attempt);
  const alarms = alarmsIn(words, record.detail.feverTenths);
  const { reportMissing } = record.detail;
  const answers = report.doubts.length === 0 && reportMissing?.day === report.day && reportMissing.half === report.half;
  const canAlert = machine.actions.alertSymptom.from.some((state) => state === record.state);
  const follows = canAlert
    ? { kind: 'symptomFollows', payload: { opId: attempt.opId } }
    : tellRole(record, 'DOCTOR', 'SYMPTOM_ALERT', { urgent: true, life: true });
  return {
    push: { 'detail.reports': [report] },
    ...(answers ? { unset: ['detail.reportMissing'] } : {}),
    emit: [
      ...(answers ? [promptsEnd({ codes: ['REPORT_MISSING'], until: attempt.now })] : []),
      ...(alarms.length > 0 ? [follows] : []),
    ],
  };
};

const reportOverdue: EpisodeVerb = ({ record, now }) => {
  const [day, half] = [dayOf(now), halfOf(now)];
  const next = timerAt('reportOverdue', nextReportDue(now), sameStay(record));
  if (isGiven(record.detail.reports, day, half)) return { unset: ['detail.reportMissing'], emit: [next] };
  return {
    set: detailOf({ reportMissing: { day, half, since: now } }),
    emit: [next, ...tell(record, 'REPORT_MISSING'), tellGrid(record, 'REPORT_MISSING', {})],
  };
};

const alertSymptom: EpisodeVerb = (attempt) => {
  const { record, body, now } = attempt;
  const alarm = { urgent: true, life: true } as const;
  return {
    set: {
      dueAt: addMinutes(now, episodeMinutes.doctor),
      ...detailOf({ alert: { since: happenedAt(attempt), sealed: body.sealedWords ?? '' } }),
    },
    emit: [
      tellRole(record, 'DOCTOR', 'SYMPTOM_ALERT', alarm),
      tellGrid(record, 'SYMPTOM_ALERT', alarm),
      ...tell(record, 'DOCTOR_COMES', { urgent: true }),
    ],
  };
};

const doctorOverdue: EpisodeVerb = ({ record, now }) => ({
  emit: [
    tellRole(record, 'DOCTOR', 'DOCTOR_LATE', { urgent: true, life: true }),
    tellRole(record, 'TOWNSHIP_DISPATCHER', 'DOCTOR_LATE', { urgent: true, life: true }),
    again(record, 'doctorOverdue', now, episodeMinutes.doctor),
  ],
});

const clearSymptom: EpisodeVerb = async (attempt) => {
  const { sealedWords } = attempt.body;
  return runs(attempt, {
    changes: sealedWords ? { doctorWords: sealedWords } : {},
    unset: ['detail.alert'],
    emit: tell(attempt.record, 'SYMPTOM_CLEARED'),
  });
};

/** Morning and evening, and what follows from a fever (handbook 2.3). */
export const healthVerbs = { reportHealth, reportOverdue, alertSymptom, doctorOverdue, clearSymptom };
