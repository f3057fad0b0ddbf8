import { startTestApp } from '../../../testing/test-app';
import { aStranger, invitationFor, reported, take, told, tripsOf } from '../testing/host-scene';
import { app, collection, setTheStage } from '../testing/scene';

setTheStage();
afterEach(() => {
  jest.restoreAllMocks();
});

/** Another process begins, does what it finds, and ends. */
const nextProcess = async () => (await startTestApp({ beside: app() })).close();

async function expectNothingLeft() {
  expect(await collection('invitations').countDocuments({ followsSince: { $exists: true } })).toBe(0);
}

describe('a host who is invited after people were reported', () => {
  test('whose answer was lost half way has everything once the request comes again', async () => {
    const host = await aStranger();
    const [one, other] = [await reported(host), await reported(host)];
    const body = await invitationFor(host);
    // one trip was theirs when the process ended
    const owner = jest.spyOn(app().deps.identity, 'ownerOfPhone');
    owner.mockResolvedValueOnce(host.id).mockRejectedValueOnce(new Error('the process has ended here'));
    expect((await take(host, body)).status).toBe(500);
    expect(await tripsOf(host)).toHaveLength(1);
    expect((await take(host, body)).status).toBe(200);
    const ids = (await tripsOf(host)).map(({ id }: { id: string }) => id);
    expect(new Set(ids)).toEqual(new Set([one.trip, other.trip]));
    expect(await told(host)).toHaveLength(4);
  });

  test('whose process ended half way, and who never asks again, has everything two minutes later', async () => {
    const host = await aStranger();
    const [one, other] = [await reported(host), await reported(host)];
    const owner = jest.spyOn(app().deps.identity, 'ownerOfPhone');
    owner.mockResolvedValueOnce(host.id).mockRejectedValueOnce(new Error('the process has ended here'));
    expect((await take(host, await invitationFor(host))).status).toBe(500);
    expect(await tripsOf(host)).toHaveLength(1);
    // somebody who is being answered is left alone
    await nextProcess();
    expect(await tripsOf(host)).toHaveLength(1);
    app().clock.advance(2 * 60_000);
    await nextProcess();
    const ids = (await tripsOf(host)).map(({ id }: { id: string }) => id);
    expect(new Set(ids)).toEqual(new Set([one.trip, other.trip]));
    expect(await told(host)).toHaveLength(4);
    await expectNothingLeft();
  });

  test('who never came to have the role has nothing, until they ask again', async () => {
    const host = await aStranger();
    const { trip } = await reported(host);
    const body = await invitationFor(host);
    const accounts = jest.spyOn(app().connection.model('Account'), 'findOneAndUpdate');
    accounts.mockImplementationOnce(() => {
      throw new Error('the process has ended here');
    });
    expect((await take(host, body)).status).toBe(500);
    app().clock.advance(2 * 60_000);
    await nextProcess();
    expect(await tripsOf(host)).toEqual([]);
    await expectNothingLeft();
    expect((await take(host, body)).status).toBe(200);
    expect(await tripsOf(host)).toMatchObject([{ id: trip }]);
    await expectNothingLeft();
  });
});
