import { aPerson } from '../../testing/builders';
import { testCounty } from '../../testing/test-app';
import { anId, national, previewed, scene, see, setTheScene, threePeople } from './testing/change-scene';

setTheScene();

const rounds = 20;
/** Heads of the county, each signed in on an own phone. */
let heads: { readonly name: string; readonly token: string }[] = [];
beforeAll(async () => {
  const names = ['秦正阳', '孔令山', '尉迟明', '司马春'];
  heads = await Promise.all(
    names.map(async (name) => {
      const person = await aPerson(scene.app).named(name).withRole('COUNTY_HEAD', testCounty).saved();
      return { name, token: await scene.app.signIn(person) };
    }),
  );
});

type Answer = Awaited<ReturnType<typeof scene.as>>;
const decide = (token: string, id: string, action: string, revision: number, more: object = {}): Promise<Answer> =>
  scene.app.call('POST', `/policy-changes/${id}/${action}`, { token, body: { opId: anId(), revision, ...more } });
/** All heads do the same at once, each as having read the change just now, while what follows is delivered. */
async function atOnce(id: string, action: string, more: object = {}): Promise<readonly Answer[]> {
  const { revision } = await see(id);
  const asked = heads.map(({ token }) => decide(token, id, action, revision, more));
  await scene.settle();
  return Promise.all(asked);
}
/** Who has won, and what the others are told. */
function sorted(answers: readonly Answer[]) {
  const won = answers.flatMap(({ status }, i) => (status === 200 ? [heads[i]?.name] : []));
  return { won, lost: answers.filter(({ status }) => status !== 200) };
}

test('of heads who approve one change at once one has approved it, and the others are told who', async () => {
  for (let round = 0; round < rounds; round++) {
    await scene.sweep();
    const id = await previewed(national());
    const { won, lost } = sorted(await atOnce(id, 'approve'));
    expect(won).toHaveLength(1);
    // what follows may have been delivered before the others are answered
    for (const { status, body } of lost) {
      expect([status, body.doneBy, body.next]).toEqual([409, won[0], 'refresh']);
      expect(['APPROVED', 'APPLIED']).toContain(body.state);
    }
    expect((await see(id)).approvedBy).toBe(won[0]);
  }
});

test('of heads who answer for later ends at once one does, and the others are told who', async () => {
  for (let round = 0; round < rounds; round++) {
    await scene.sweep();
    const { longer } = threePeople();
    const id = await previewed(national());
    const answers = await atOnce(id, 'agree-to-longer', { named: [longer], reason: { code: 'LONGER' } });
    const { won, lost } = sorted(answers);
    expect(won).toHaveLength(1);
    for (const { status, body } of lost) expect([status, body.doneBy]).toEqual([409, won[0]]);
    expect(await see(id)).toMatchObject({ state: 'PREVIEWED', longer: { by: won[0], count: 1 } });
  }
});

test('some answer for later ends and others approve, at once: one of them has it, and nobody else', async () => {
  for (let round = 0; round < rounds; round++) {
    await scene.sweep();
    const { longer } = threePeople();
    const id = await previewed(national());
    const { revision } = await see(id);
    const agreeing = { named: [longer], reason: { code: 'LONGER' } };
    const answers = await Promise.all(
      heads.map(({ token }, i) =>
        i % 2 === 0 ? decide(token, id, 'approve', revision) : decide(token, id, 'agree-to-longer', revision, agreeing),
      ),
    );
    const { won, lost } = sorted(answers);
    expect(won).toHaveLength(1);
    for (const { status, body } of lost) expect([status, body.doneBy]).toEqual([409, won[0]]);
  }
});

test('each answers for later ends and then approves, all of them at once: it is approved, by one of them', async () => {
  for (let round = 0; round < rounds; round++) {
    await scene.sweep();
    const { longer } = threePeople();
    const id = await previewed(national());
    const approvals = await Promise.all(
      heads.map(async ({ token }) => {
        const { revision } = await see(id);
        const agreed = await decide(token, id, 'agree-to-longer', revision, {
          ...{ named: [longer], reason: { code: 'LONGER' } },
        });
        // who was not first reads anew, and approves what another has answered for
        return decide(token, id, 'approve', agreed.body.view?.revision ?? (await see(id)).revision);
      }),
    );
    expect(sorted(approvals).won).toHaveLength(1);
    expect(await see(id)).toMatchObject({
      state: 'APPROVED',
      approvedBy: sorted(approvals).won[0],
      longer: { count: 1 },
    });
  }
});
