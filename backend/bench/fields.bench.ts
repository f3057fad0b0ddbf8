import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import { fieldVault, masterKey } from '../src/platform/encryption';
import { type Comparison, sideBySide } from './side-by-side';

const fields = ['name', 'phone', 'building', 'room', 'note'];
const plain = ['王某某', '10000001234', '3号楼2单元', '501', '门口有鞋柜，放在柜子上'];

/** P13: sealing a household's five fields beside writing them as they are; at most 60 µs a record. */
export async function fieldBench(connection: Connection): Promise<Comparison[]> {
  const vault = fieldVault(connection, masterKey(randomBytes(32)), () => new Date());
  const cipher = await vault.of('141122', 'epidemic');
  const place = '141122-01hzxw8x3kq4v9m2n5p7r1s3t6';
  const sealed = await sideBySide({
    goal: 'P13',
    what: 'seal five fields of a household',
    peer: 'the same record plain',
    passLine: '≤ 60 µs a record',
    times: 5_000,
    ours: (times) => {
      for (let i = 0; i < times; i++)
        JSON.stringify(fields.map((field, at) => cipher.seal(plain[at] ?? '', `${place}/${field}`)));
    },
    theirs: (times) => {
      for (let i = 0; i < times; i++) JSON.stringify(plain);
    },
  });
  return [{ ...sealed, reached: sealed.ours <= 60 }];
}
