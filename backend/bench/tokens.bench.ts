import { createHmac, createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto';
import { tokenSigner } from '../src/features/identity/access-token';
import { masterKey } from '../src/platform/encryption';
import { county, newId } from './sample';
import { type Comparison, sideBySide } from './side-by-side';

/** Calls that one visit of a phone makes with the same token (handbook, county burst). */
const callsOfVisit = 8;
const times = 8_000;
/** Every turn and its warm-up show tokens that were never seen. */
const tokensNeeded = Math.ceil(times * 1.2) * 8;

/** P6: our token check beside a hand-made HMAC check of the same token, which checks nothing else. */
export async function tokenBench(): Promise<Comparison[]> {
  const signer = tokenSigner(masterKey(randomBytes(32)), () => new Date());
  const fresh = () => signer.sign({ personId: newId(), county, version: 1 }).token;
  const tokens = Array.from({ length: tokensNeeded }, fresh);
  const key = createSecretKey(randomBytes(32));
  const token = fresh();
  const floor = () => handMade(key, token);
  const peer = { goal: 'P6', peer: 'HMAC by hand' };
  let visit = 0;
  return [
    await sideBySide({
      ...peer,
      what: `token check, ${callsOfVisit} calls a visit`,
      passLine: '≤ 2.00',
      atMost: 2,
      times,
      ours: (count) => {
        for (let call = 0; call < count; call++) {
          if (call % callsOfVisit === 0) visit++;
          signer.verify(tokens[visit % tokens.length] ?? '');
        }
      },
      theirs: repeat(floor),
    }),
    await sideBySide({
      ...peer,
      what: 'a token never seen before',
      passLine: 'told',
      times,
      // a signer of its own for every turn has seen nothing
      ours: unseen(tokens),
      theirs: repeat(floor),
    }),
  ];

  function unseen(all: readonly string[]) {
    let next = Math.floor(all.length / 4);
    return (count: number) => {
      for (let call = 0; call < count; call++) signer.verify(all[next++ % all.length] ?? '');
    };
  }
}

const repeat = (run: () => unknown) => (count: number) => {
  for (let call = 0; call < count; call++) run();
};

/** The signature and the payload, nothing else. */
function handMade(key: ReturnType<typeof createSecretKey>, token: string): unknown {
  const [head = '', payload = '', signature = ''] = token.split('.');
  const made = createHmac('sha256', key).update(`${head}.${payload}`).digest();
  const given = Buffer.from(signature, 'base64url');
  // another key signed it: what is measured is the comparing, not the answer
  if (given.length === made.length) timingSafeEqual(made, given);
  return JSON.parse(Buffer.from(payload, 'base64url').toString());
}
