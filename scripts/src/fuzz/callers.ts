import type { Endpoint } from '@grid-relief/shared-types/contract';
import { refreshTokens, requestCode, signInByPhone } from '@grid-relief/shared-types/identity/identity.contract';
import type { sendTo } from './api';
import { rolesFor } from './operations';

/** Somebody in whose name requests are sent. */
export interface Caller {
  readonly name: string;
  readonly roles: readonly string[];
  /** A sample person; `new`: somebody who signs in for the first time; absent: without a token. */
  readonly phone?: string | 'new';
}

/** Sample people, one of each kind; who ends roles and accounts comes late, so that the others still have theirs. */
export const callers: readonly Caller[] = [
  { name: 'without a token', roles: [] },
  { name: 'somebody new', roles: [], phone: 'new' },
  { name: 'resident', roles: ['RESIDENT'], phone: '10000000001' },
  { name: 'daughter', roles: ['PROXY'], phone: '10000000002' },
  { name: 'volunteer', roles: ['VOLUNTEER'], phone: '10000000003' },
  { name: 'volunteer at a pick-up place', roles: ['VOLUNTEER'], phone: '10000000017' },
  { name: 'doctor', roles: ['DOCTOR'], phone: '10000000011' },
  { name: 'cashier', roles: ['COMMUNITY_CASHIER'], phone: '10000000008' },
  { name: 'investigator', roles: ['CDC_INVESTIGATOR'], phone: '10000000018' },
  { name: 'checkpoint officer', roles: ['CHECKPOINT_OFFICER'], phone: '10000000021' },
  { name: 'screener', roles: ['SCREENER'], phone: '10000000022' },
  { name: 'sampler', roles: ['SAMPLER'], phone: '10000000023' },
  { name: 'store keeper', roles: ['STORE_KEEPER'], phone: '10000000012' },
  { name: 'laboratory', roles: ['LAB'], phone: '10000000024' },
  { name: 'site manager', roles: ['SITE_MANAGER'], phone: '10000000025' },
  { name: 'grid worker', roles: ['GRID_WORKER'], phone: '10000000005' },
  { name: 'grid leader', roles: ['GRID_LEADER'], phone: '10000000006' },
  { name: 'dispatcher', roles: ['TOWNSHIP_DISPATCHER'], phone: '10000000009' },
  { name: 'county dispatcher', roles: ['COUNTY_DISPATCHER'], phone: '10000000019' },
  { name: 'county head', roles: ['COUNTY_HEAD'], phone: '10000000020' },
  { name: 'community worker', roles: ['COMMUNITY_WORKER', 'VILLAGE_SECRETARY'], phone: '10000000028' },
  { name: 'code clerk', roles: ['CODE_CLERK'], phone: '10000000029' },
  { name: 'police liaison', roles: ['POLICE'], phone: '10000000034' },
  { name: 'transfer desk', roles: ['TRANSFER_DESK'], phone: '10000000030' },
  { name: 'driver', roles: ['DRIVER'], phone: '10000000031' },
  { name: 'escort', roles: ['ESCORT'], phone: '10000000032' },
  { name: 'building captain', roles: ['BUILDING_CAPTAIN'], phone: '10000000033' },
  { name: 'shift leader', roles: ['SHIFT_LEADER', 'RESIDENT'], phone: '10000000026' },
  { name: 'administrator', roles: ['ADMIN'], phone: '10000000010' },
];

/** Signing out leaves nobody to send the other requests: only somebody new, who can come again, tries it. */
const endsTheSignIn = 'signOut';

/**
 * Whether this caller tries an endpoint: what the own roles open. Whoever has none tries everything, and is sent away
 * at the door of most.
 */
export function tries({ phone, roles }: Caller, endpoint: Endpoint): boolean {
  if (phone === undefined || phone === 'new') return true;
  const wanted = rolesFor(endpoint);
  if (wanted === 'anybody') return endpoint.name !== endsTheSignIn;
  return wanted !== 'nobody' && roles.some((role) => wanted.includes(role));
}

/** Who may call an endpoint: its boundaries are tried in this name, behind the door and not before it. */
export function callerFor(endpoint: Endpoint): Caller {
  const roles = rolesFor(endpoint);
  const wanted = ({ name, phone, roles: own }: Caller) => {
    if (roles === 'nobody') return phone === undefined;
    if (endpoint.name === endsTheSignIn) return phone === 'new';
    return roles === 'anybody' ? name === 'resident' : own.some((role) => roles.includes(role));
  };
  const found = callers.find(wanted) ?? callers.find(({ name }) => name === 'dispatcher');
  if (!found) throw new Error(`nobody may call ${endpoint.name}`);
  return found;
}

type Ask = ReturnType<typeof sendTo>;

/** A sign-in that goes on for as long as it is needed. */
export interface SignIn {
  token(): Promise<string | undefined>;
  /** The token was refused: trades the refresh token, or signs in again. */
  renew(refused: string): Promise<void>;
}

interface Answer {
  readonly demoCode?: string;
  readonly tokens?: { readonly accessToken: string; readonly refreshToken: string };
}

const device = 'contract-fuzzing';
/** Invented numbers beside those of the sample county. */
const newNumbers = 10_010_000_000;
let strangers = 0;

/** @throws when the server lets this caller in no more */
export function signInOf({ phone }: Caller, ask: Ask): SignIn {
  let tokens: Answer['tokens'];
  let renewing: Promise<void> | undefined;
  // each answer is checked by the field that is read from it
  const asked = async (endpoint: Endpoint, body: object) => (await ask(endpoint, body)).body as Answer;

  async function enter(): Promise<void> {
    const own = phone === 'new' ? String(newNumbers + strangers++) : phone;
    const { demoCode } = await asked(requestCode, { phone: own });
    ({ tokens } = await asked(signInByPhone, { phone: own, code: demoCode, device }));
    if (!tokens) throw new Error(`nobody is let in by the phone ${own}`);
  }

  async function again(): Promise<void> {
    const refreshed = tokens && (await asked(refreshTokens, { refreshToken: tokens.refreshToken, device })).tokens;
    if (refreshed) tokens = refreshed;
    else await enter();
  }

  /** Several requests are under way: the first that finds the door shut goes in for all. */
  function together(work: () => Promise<void>): Promise<void> {
    if (!renewing) {
      renewing = work().finally(() => {
        renewing = undefined;
      });
    }
    return renewing;
  }

  return {
    async token() {
      if (phone !== undefined && !tokens) await together(enter);
      return tokens?.accessToken;
    },
    async renew(refused) {
      if (tokens?.accessToken === refused) await together(again);
      else await renewing;
    },
  };
}
