import { aPerson } from '../../../testing/builders';
import { heardBy, toTheSite, tripsOf } from '../testing/host-scene';
import { aHome, app, does, elsewhere, get, grid, type Somebody, setTheStage, somebody, submit } from '../testing/scene';

setTheStage();

describe('whoever answers for people without a household here', () => {
  test('hears that they come, follows them and says that they are here, where the county has invited that host', async () => {
    const { resident } = await aHome();
    const host = await somebody('HOST_UNIT');
    const { body } = await submit(resident, toTheSite(host));
    expect(await heardBy(host)).toEqual(['RETURNEE_HOSTED', 'RETURNEE_HOSTED']);
    expect(await heardBy(resident)).toEqual([]);
    expect(await tripsOf(host)).toMatchObject([{ id: body.id, travellers: [{}, {}] }]);
    const [first] = body.travellers;
    await does(await somebody('GRID_WORKER'), first.id, 'acknowledge');
    expect(await heardBy(host)).toContain('RETURNEE_EXPECTED');
    await does(host, first.id, 'arrive');
    const [trip] = await tripsOf(host);
    expect(trip.travellers.map(({ state }: { state: string }) => state)).toEqual(['IN_CHAIN', 'TRIAGED']);
  });

  test('also of people who were found at a post', async () => {
    const host = await somebody('HOST_UNIT');
    const { status } = await submit(await somebody('CHECKPOINT_OFFICER'), toTheSite(host, 'CHECKPOINT'));
    expect([status, await tripsOf(host)]).toMatchObject([200, [{ travellers: [{}, {}] }]]);
  });

  test('hears nothing of whom the host has reported', async () => {
    const host = await somebody('HOST_UNIT');
    expect((await submit(host, toTheSite(host))).status).toBe(200);
    expect(await heardBy(host)).toEqual([]);
    expect(await tripsOf(host)).toHaveLength(1);
  });

  const over = { until: new Date(0) };
  test.each([
    ['who was invited by nobody', () => aPerson(app()).saved()],
    ['who lives next door', () => somebody('VOLUNTEER')],
    ['who is the host of another grid', () => somebody('HOST_UNIT', elsewhere)],
    ['whose time as a host is over', () => aPerson(app()).withRole('HOST_UNIT', grid, over).saved()],
  ])('is nobody who only has the number that somebody wrote down: %s', async (_, make) => {
    const { resident } = await aHome();
    const stranger: Somebody = await make();
    const { body } = await submit(resident, toTheSite(stranger));
    expect(await heardBy(stranger)).toEqual([]);
    expect(await tripsOf(stranger)).toEqual([]);
    expect((await get(stranger, `/travellers/${body.travellers[0].id}`)).status).toBe(404);
  });
});
