import { aHousehold, aPerson } from '../../../testing/builders';
import { aDraft, aHome, app, collection, grid, setTheStage, somebody, submit } from '../testing/scene';

setTheStage();

test('nobody comes home to a post, whoever reports it', async () => {
  const post = await aHousehold(app()).in(grid).asPost('样例卡口').saved();
  const leader = await aPerson(app()).withRole('SHIFT_LEADER', grid).leading(post).saved();
  const worker = await somebody('GRID_WORKER');
  for (const person of [leader, worker])
    expect((await submit(person, aDraft({ household: post.id }))).status).toBe(404);
  expect(await collection('returnees').countDocuments({})).toBe(0);
  const home = await aHome();
  expect((await submit(home.resident, aDraft(home))).status).toBe(200);
});
