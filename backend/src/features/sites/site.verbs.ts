import { instead, type Verb } from '../../acting';
import { Problem } from '../../http/problem';
import { siteMoved, tellShort } from './entries';
import type { Site, SiteAction, SiteBody } from './site';
import type { SiteDeps } from './sites.deps';

type SiteVerb = Verb<Site, SiteBody, SiteDeps>;

const change: SiteVerb = ({ record, body }) => {
  const { name = record.detail.name, threshold = record.detail.threshold, addRooms = [] } = body;
  checkLabels(addRooms, record.detail.labels);
  return {
    set: { 'detail.name': name, 'detail.threshold': threshold },
    push: { 'detail.labels': addRooms },
    emit: [siteMoved],
  };
};

/** Said twice it is said once, and the second is told so. */
const closeIntake: SiteVerb = ({ record, now, reason = '' }) => {
  if (record.detail.intakeClosed) throw instead(record, 'openIntake');
  return { set: { 'detail.intakeClosed': { at: now, reason } } };
};

/** What is open already stays open. */
const openIntake: SiteVerb = () => ({ unset: ['detail.intakeClosed'] });

/** @throws Problem invalid-input when two rooms would have the same door */
export function checkLabels(labels: readonly string[], before: readonly string[] = []): void {
  if (new Set([...before, ...labels]).size === before.length + labels.length) return;
  throw new Problem('invalid-input', undefined, { errors: [{ pointer: '/rooms', detail: 'twice the same' }] });
}

/** What each action changes beside the state. */
export const siteVerbs: Readonly<Partial<Record<SiteAction, SiteVerb>>> = {
  runLow: ({ record }) => ({ emit: [tellShort(record)] }),
  change,
  closeIntake,
  openIntake,
};
