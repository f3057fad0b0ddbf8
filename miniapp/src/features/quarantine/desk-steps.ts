import type { episodeActions } from '@grid-relief/shared-types/quarantine/episode.contract';
import type { EpisodeView } from '@grid-relief/shared-types/quarantine/episode.schema';

/** What a step has to be told beside its reason, each a field of the contract. */
export type Asked = 'to' | 'category' | 'anchor' | 'toCounty' | 'words' | 'name' | 'site' | 'room' | 'isAbsent' | 'way';

interface Step {
  readonly action: keyof typeof episodeActions;
  readonly asks?: readonly Asked[];
  /** Reasons to choose from; a single one is not asked for. A reason is a code, stored in the clear: nothing medical. */
  readonly reasons?: readonly string[];
  /** Ends or moves somebody's quarantine on a person's word: said once more in plain words before it is sent. */
  readonly isGrave?: true;
  /** What goes along without being asked. */
  readonly body?: Readonly<Record<string, unknown>>;
}

/** What is done from the desk, in the order in which it is looked for; the grave ones last. Who may, the record says. */
export const deskSteps = [
  { action: 'assess' },
  { action: 'clearSymptom' },
  { action: 'sendToCare' },
  { action: 'takenBy120' },
  { action: 'foundInCare' },
  { action: 'admit' },
  { action: 'discharge' },
  { action: 'returnFromCare' },
  { action: 'findAgain' },
  { action: 'settleHome' },
  { action: 'settleCentral', asks: ['site', 'room'] },
  { action: 'sayWayHome', asks: ['way'] },
  { action: 'startMonitoring' },
  { action: 'nextPhase' },
  { action: 'release' },
  { action: 'linkedNegative' },
  { action: 'hearPerson', asks: ['words'] },
  { action: 'dismissBreach', reasons: ['NO_BREACH', 'NO_OTHER_WAY', 'SETTLED_BY_WORDS'] },
  { action: 'approveLeave', reasons: ['CARE'] },
  { action: 'markAbsent', reasons: ['NOT_THERE'], body: { tried: ['PHONE', 'DOOR'] } },
  { action: 'takeBack', asks: ['isAbsent'], reasons: ['NOT_TAKEN_OVER'] },
  { action: 'confirmHandOut', asks: ['name'], isGrave: true },
  {
    action: 'move',
    asks: ['to'],
    // a breach and a discharge move somebody by steps of their own (handbook 2.3)
    reasons: ['CONDITIONS_FAILED', 'COHABITANT_POSITIVE', 'OWN_WISH', 'POLICY', 'NEXT_PHASE', 'SPECIAL_GROUP'],
    isGrave: true,
  },
  { action: 'proposeBreach', reasons: ['WENT_OUT', 'HAD_VISITORS', 'NO_ANSWER', 'OTHER'], isGrave: true },
  { action: 'upholdBreach', reasons: ['BREACH'], isGrave: true },
  { action: 'confirmPositive', isGrave: true },
  {
    action: 'convert',
    asks: ['category', 'anchor'],
    reasons: ['NEW_FINDINGS', 'JUDGED_WRONGLY'],
    isGrave: true,
  },
  { action: 'revoke', reasons: ['CASE_EXCLUDED', 'WRONG_PERSON', 'NEW_FINDINGS'], isGrave: true },
  { action: 'handOut', asks: ['toCounty'], reasons: ['LIVES_THERE', 'GOES_THERE'], isGrave: true },
  { action: 'terminateByPolicy', reasons: ['NO_SUCH_CATEGORY'], isGrave: true },
  { action: 'recordDeath', isGrave: true },
  { action: 'recordDeathInHospital', isGrave: true },
] as const satisfies readonly Step[];
export type DeskStep = (typeof deskSteps)[number] & Step;
export type GraveAction = Extract<(typeof deskSteps)[number], { readonly isGrave: true }>['action'];

/** Whether the step has something to ask or to make sure of before it is sent. Pure. */
export function hasForm({ asks = [], reasons = [], isGrave }: Step): boolean {
  return isGrave === true || asks.length > 0 || reasons.length > 1;
}

/** The steps that the table allows this person and the record as the server tells it has a use for. Pure. */
export function stepsFor(episode: EpisodeView): DeskStep[] {
  return deskSteps.filter(({ action }) => episode.actions.includes(action) && hasUse(action, episode));
}

function hasUse(action: DeskStep['action'], episode: EpisodeView): boolean {
  const { moveTo, category, placement, verdict } = episode;
  if (action === 'assess') return isLookedAt(episode);
  if (action === 'settleHome') return moveTo === 'HOME';
  if (action === 'settleCentral') return moveTo === 'CENTRAL';
  if (action === 'sayWayHome') return placement === 'CENTRAL' || verdict === 'CENTRAL';
  if (action === 'linkedNegative') return category === 'SECOND_CONTACT';
  if (action === 'release' || action === 'nextPhase' || action === 'startMonitoring') {
    return endOf(episode) === action;
  }
  return true;
}

/** Where somebody stays is decided once grid and doctor have both seen the home; a site needs neither. */
const isLookedAt = ({ phases, phase, home }: EpisodeView): boolean =>
  phases[phase]?.kind !== 'HOME' || home?.signed.length === 2;

/**
 * What the end of the phase leads to, by the server's own days: on the last day, or once nothing is missing any more. The
 * minute is judged by the server alone; a phone's clock may be wrong.
 */
function endOf({ state, block, day, phase, phases, placement }: EpisodeView) {
  const here = phases[phase]?.kind;
  // found, moved or discharged into it: it runs already
  if (here === 'MONITORING' && placement !== 'MONITORING') return 'startMonitoring';
  const next = phases[phase + 1]?.kind;
  const isFree = state === 'RELEASE_BLOCKED' && block === undefined;
  if (next === undefined) return isFree || (state !== 'RELEASE_BLOCKED' && day.left === 0) ? 'release' : undefined;
  if (!isFree) return undefined;
  return next === 'MONITORING' ? 'startMonitoring' : 'nextPhase';
}
