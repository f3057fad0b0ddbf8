import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import { householdRepository } from '../src/features/households';
import { type FieldVault, fieldVault, masterKey } from '../src/platform/encryption';
import { county, grid, household, newId } from './sample';
import { type Comparison, sideBySide } from './side-by-side';
import { lessIsBetter } from './side-by-side-http';

const fields = ['name', 'phone', 'building', 'room', 'note'];
const plain = ['王某某', '10000001234', '3号楼2单元', '501', '门口有鞋柜，放在柜子上'];
const mostMicros = 60;
const listed = 50;

/** P13: sealing a household's five fields beside writing them as they are, and what a list of masked rows opens. */
export async function fieldBench(connection: Connection): Promise<Comparison[]> {
  const vault = fieldVault(connection, masterKey(randomBytes(32)), () => new Date());
  const cipher = await vault.of(county, 'epidemic');
  const place = newId();
  const sealed = await sideBySide({
    goal: 'P13',
    what: 'seal five fields of a household',
    peer: 'the same record plain',
    passLine: `≤ ${mostMicros} µs a record`,
    times: 5_000,
    ours: (times) => {
      for (let i = 0; i < times; i++)
        JSON.stringify(fields.map((field, at) => cipher.seal(plain[at] ?? '', `${place}/${field}`)));
    },
    theirs: (times) => {
      for (let i = 0; i < times; i++) JSON.stringify(plain);
    },
  });
  return [{ ...sealed, reached: sealed.ours <= mostMicros }, await openedByList(connection, vault)];
}

/** Fields that the list of a grid opens: one a row, which holds its door and the masked name. */
async function openedByList(connection: Connection, vault: FieldVault): Promise<Comparison> {
  let opened = 0;
  const counting: FieldVault = {
    ...vault,
    async of(of, purpose) {
      const cipher = await vault.of(of, purpose);
      return {
        ...cipher,
        open(sealed, place) {
          opened++;
          return cipher.open(sealed, place);
        },
      };
    },
  };
  const households = householdRepository(connection, counting);
  await households.saveMany(
    Array.from({ length: listed }, (_, number) => household(number)),
    new Date(),
  );
  const rows = await households.list({ county, areas: [grid], limit: listed });
  const what = { goal: 'P13', what: `fields opened by a list of ${rows.length} households`, peer: 'one a row' };
  return lessIsBetter(what, opened, listed, 1, '');
}
