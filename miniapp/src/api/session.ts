import { Me, Tokens } from '@grid-relief/shared-types/identity/identity.schema';
import { makeId } from '@grid-relief/shared-types/primitives/ids';
import * as z from '@grid-relief/shared-types/zod';
import { create } from 'zustand';
import { readStored, removeStored, storedKeys, writeStored } from '@/platform';

const Stored = z.object({ tokens: Tokens, me: Me, actingFor: z.optional(z.string()) });
type SignedIn = z.infer<typeof Stored>;

type Session = {
  /** Absent: nobody is signed in on this device. */
  readonly signedIn: SignedIn | undefined;
  /** True after the server ended the sign-in by itself; the person signs in again and nothing is lost. */
  readonly runOut: boolean;
};

const sessionKey = 'session';
const deviceKey = 'device';
/** Language, text size and theme say nothing about anybody; whoever needs large type keeps it. */
const keptOnSignOut = new Set(['settings']);

const parse = (stored: unknown) => z.safeParse(Stored, stored).data;

/** Who is signed in here. Change it only through the functions below. */
export const useSession = create<Session>()(() => ({ signedIn: readStored(sessionKey, parse), runOut: false }));

function store(signedIn: SignedIn): void {
  writeStored(sessionKey, signedIn);
  useSession.setState({ signedIn, runOut: false });
}

/** The person's county: six digits that begin every id made here. */
function county(): string {
  return useSession.getState().signedIn?.me.county.slice(0, 6).padEnd(6, '0') ?? '000000';
}

/** A new id of this county for an intent, a request or a file. */
export function newId(now: number = Date.now()): string {
  return makeId(county(), now, Math.random);
}

/** A random name of this installation; the server ties refresh tokens to it. Wiped with everything else. */
export function deviceName(): string {
  const known = readStored(deviceKey, (stored) => (typeof stored === 'string' ? stored : undefined));
  if (known !== undefined) return known;
  const made = makeId('000000', Date.now(), Math.random).slice(7);
  writeStored(deviceKey, made);
  return made;
}

const wipers = new Set<() => void>();

/** Registers what must forget its memory when the device is wiped (query cache, outbox). */
export function onWipe(wipe: () => void): void {
  wipers.add(wipe);
}

/** Whether the person who is signed in now still is when this is asked later: an answer may come after the sign-out. */
export function samePersonLater(): () => boolean {
  const person = useSession.getState().signedIn?.me.person;
  return () => useSession.getState().signedIn?.me.person === person;
}

/** Removes everything about the person from the device, memory and storage. */
export function wipeDevice(): void {
  for (const key of storedKeys('')) if (!keptOnSignOut.has(key)) removeStored(key);
  for (const wipe of wipers) wipe();
  useSession.setState({ signedIn: undefined, runOut: false });
}

/** Begins a sign-in. What another person left on the device goes first; one's own unsent acts stay. */
export function beginSession(tokens: Tokens, me: Me): void {
  const owner = readStored('owner', (stored) => (typeof stored === 'string' ? stored : undefined));
  const device = deviceName();
  if (owner !== undefined && owner !== me.person) {
    wipeDevice();
    writeStored(deviceKey, device);
  }
  writeStored('owner', me.person);
  store({ tokens, me, actingFor: firstHome(me) });
}

/** Keeps rotated tokens; the old refresh token is forgotten only now that the new one is stored. */
export function keepTokens(tokens: Tokens): void {
  const { signedIn } = useSession.getState();
  if (signedIn) store({ ...signedIn, tokens });
}

/** Takes over what the server says about the person now. */
export function keepMe(me: Me): void {
  const { signedIn } = useSession.getState();
  if (!signedIn) return;
  const still = me.households.some(({ household, post }) => !post && household === signedIn.actingFor);
  store({ ...signedIn, me, actingFor: still ? signedIn.actingFor : firstHome(me) });
}

/** A post is no home: nothing is ordered for it as for a family. */
function firstHome({ households }: Me): string | undefined {
  return households.find(({ post }) => !post)?.household;
}

/** Chooses for which household the person acts: the own one, or one spoken for. */
export function actFor(household: string): void {
  const { signedIn } = useSession.getState();
  if (signedIn) store({ ...signedIn, actingFor: household });
}

/** The server no longer knows this sign-in. Unsent acts stay on the device until the person is back. */
export function sessionRanOut(): void {
  removeStored(sessionKey);
  useSession.setState({ signedIn: undefined, runOut: true });
}

/** The signed-in person, undefined before sign-in. */
export function useMe(): Me | undefined {
  return useSession(({ signedIn }) => signedIn?.me);
}

/** The household acted for, with its label. */
export function useActingFor(): Me['households'][number] | undefined {
  return useSession(({ signedIn }) => signedIn?.me.households.find((each) => each.household === signedIn.actingFor));
}

/** The homes the person lives in or speaks for. */
export function useMyHomes(): Me['households'] {
  return (useMe()?.households ?? []).filter(({ post }) => !post);
}

/** The posts whose shift the person leads. */
export function useMyPosts(): Me['households'] {
  return (useMe()?.households ?? []).filter(({ post }) => post);
}
