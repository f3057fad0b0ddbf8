import { createHmac, createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto';
import { tokenSigner } from '../src/features/identity/access-token';
import { masterKey } from '../src/platform/encryption';
import { type Comparison, sideBySide } from './side-by-side';

/** P6: our token check beside a hand-made HMAC check of the same token, which checks nothing else. */
export async function tokenBench(): Promise<Comparison[]> {
  const now = () => new Date();
  const signer = tokenSigner(masterKey(randomBytes(32)), now);
  const { token } = signer.sign({ personId: '141122-01hzxw8x3kq4v9m2n5p7r1s3t6', county: '141122', version: 1 });
  const key = createSecretKey(randomBytes(32));
  const [head = '', payload = ''] = token.split('.');
  const signed = `${head}.${payload}`;
  const signature = createHmac('sha256', key).update(signed).digest();
  const floor = () => {
    const made = createHmac('sha256', key).update(signed).digest();
    if (!timingSafeEqual(made, signature)) throw new Error('signature');
    return JSON.parse(Buffer.from(payload, 'base64url').toString()) as unknown;
  };
  const repeat = (run: () => unknown) => (times: number) => {
    for (let i = 0; i < times; i++) run();
  };
  return [
    await sideBySide({
      goal: 'P6',
      what: 'token check',
      peer: 'HMAC floor by hand',
      passLine: '≤ 2.0',
      atMost: 2,
      times: 20_000,
      ours: repeat(() => signer.verify(token)),
      theirs: repeat(floor),
    }),
  ];
}
