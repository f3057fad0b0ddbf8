import type { roomActions } from '@grid-relief/shared-types/quarantine/site.contract';
import type { RoomView } from '@grid-relief/shared-types/quarantine/site.schema';
import type { IconName, Tone } from '@/ui';

export type RoomStep = keyof typeof roomActions;

/** A state as sign and colour beside its word; what somebody waits for is coloured. */
export const looks: Readonly<Record<string, { readonly icon: IconName; readonly tone: Tone }>> = {
  CLEAN: { icon: 'check', tone: 'leaf' },
  RESERVED: { icon: 'clock', tone: 'amber' },
  OCCUPIED: { icon: 'person', tone: 'info' },
  SAMPLED: { icon: 'tube', tone: 'amber' },
  CLEANING: { icon: 'refresh', tone: 'amber' },
  OUT_OF_USE: { icon: 'lock', tone: 'quiet' },
};

/** In this order the states are told and shown: who comes, who goes, what is to be cleaned, and the rest. */
export const shownStates = ['RESERVED', 'SAMPLED', 'CLEANING', 'OCCUPIED', 'CLEAN', 'OUT_OF_USE'] as const;
export type ShownState = (typeof shownStates)[number];

const next: Readonly<Record<string, RoomStep>> = {
  CLEAN: 'reserve',
  RESERVED: 'occupy',
  OCCUPIED: 'sample',
  SAMPLED: 'startCleaning',
  CLEANING: 'finishCleaning',
  OUT_OF_USE: 'bringBack',
};
/** So long before the end the samples are taken. Milliseconds. */
const sampledBefore = 24 * 3_600_000;

/** The step that is one tap away, if it is this person's; samples only when the end is near. Pure. */
export function nextStep({ state, actions, guest }: RoomView, now: Date): RoomStep | undefined {
  const step = next[state];
  if (step === undefined || !actions.includes(step)) return undefined;
  const isNear = guest !== undefined && new Date(guest.endsAt).getTime() - now.getTime() <= sampledBefore;
  return step === 'sample' && !isNear ? undefined : step;
}

/** What asks why; everything else is one tap. */
export const reasonsOf: Readonly<Partial<Record<RoomStep, readonly string[]>>> = {
  takeOutOfUse: ['BROKEN', 'NOT_SAFE', 'OTHER_USE'],
  retire: ['REBUILT', 'OTHER_USE'],
};

/** Who comes next: by the hour at which they are expected, or else by how long the room is kept. Pure. */
export function arrivalsOf(rooms: readonly RoomView[]): RoomView[] {
  const due = ({ expectedAt, dueAt }: RoomView) => expectedAt ?? dueAt ?? '';
  return rooms.filter(({ state }) => state === 'RESERVED').sort((a, b) => (due(a) < due(b) ? -1 : 1));
}
