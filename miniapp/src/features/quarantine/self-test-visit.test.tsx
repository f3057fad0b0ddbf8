import { dayOf } from '@grid-relief/shared-types/primitives/instants';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { outbox, queryClient } from '@/api';
import { choose, device, photo, press, show } from '@/api/testing/fake-device';
import { serve, signInAs, staff } from '@/api/testing/visit';
import { one, open, seen } from './desk.fixture';
import { episodeId, episodeView } from './episode.fixture';
import { MyDaysScreen } from './my-days-screen';

jest.mock('@/platform', () => ({
  ...jest.requireActual('@/api/testing/fake-device').fakePlatform(),
  ...jest.requireActual('@/api/testing/fake-device').fakeCamera(),
}));

jest.setTimeout(30_000);

const dayMs = 24 * 3_600_000;
const day = (ago: number) => dayOf(new Date(Date.now() - ago * dayMs));
/** A day that asked for a self-test, so many days ago. */
const asked = (ago: number, more: object = {}) => ({
  ...{ day: day(ago), number: 5 - ago, isAsked: true, isSaid: false, hasPhoto: false },
  ...more,
});
const withPhoto = { isSaid: true, hasPhoto: true, result: 'NEGATIVE', photos: [episodeId.replace('e1', 'f1')] };

/** The page of the own days, with these self-tests. */
async function openOwn(selfTests: readonly object[]) {
  device.taken = photo;
  const view = episodeView({ part: 'PERSON', actions: ['reportHealth'], reports: [], selfTests });
  const server = serve({ '/my-quarantine': { items: [view] } });
  signInAs(staff('RESIDENT'));
  show(<MyDaysScreen />, queryClient);
  await seen('第 5 天');
  return server;
}

const photographs = async () => {
  press('拍一张结果');
  await seen('照片拍好了');
};

test('a day that asks for a self-test says so; result and photo go with the temperature', async () => {
  const server = await openOwn([asked(1), asked(0)]);
  expect(screen.getByText('今天要做抗原自测，拍一张结果')).toBeVisible();
  // what was left out is the grid worker's to ask about
  expect(screen.queryByText('没有照片')).toBeNull();
  press('报体温');
  choose('一道杠，阴性');
  await photographs();
  press('没有不舒服，就这样报');
  await waitFor(() => expect(server.sent()).toHaveLength(1));
  expect(server.sent()[0]?.path).toBe(`${one}/report-health`);
  const body = server.sent()[0]?.body;
  const said = { temperatureTenths: 365, symptoms: [], selfTest: 'NEGATIVE', selfTestPhoto: expect.any(String) };
  expect(body).toMatchObject(said);
  const sent = outbox.commands().find(({ file }) => file !== undefined);
  expect(sent).toMatchObject({ file: body?.selfTestPhoto, query: { purpose: 'SELF_TEST' }, state: 'sent' });
});

test('whoever takes no photo, or throws it away, reports all the same', async () => {
  const server = await openOwn([asked(0)]);
  press('报体温');
  await photographs();
  press('删掉照片');
  device.taken = undefined;
  press('拍一张结果');
  choose('一道杠，阴性');
  press('没有不舒服，就这样报');
  await waitFor(() => expect(server.sent()).toHaveLength(1));
  expect(server.sent()[0]?.body).toMatchObject({ selfTest: 'NEGATIVE' });
  expect(server.sent()[0]?.body).not.toHaveProperty('selfTestPhoto');
});

test('a test that is still to be taken keeps no temperature back', async () => {
  const server = await openOwn([asked(0)]);
  press('报体温');
  press('没有不舒服，就这样报');
  await waitFor(() => expect(server.sent()).toHaveLength(1));
  expect(server.sent()[0]?.body).not.toHaveProperty('selfTest');
});

test('one that is not normal goes out as what it is: a doctor is called', async () => {
  const server = await openOwn([asked(0)]);
  press('报体温');
  choose('两道杠，异常');
  expect(screen.queryByRole('button', { name: '没有不舒服，就这样报' })).toBeNull();
  press('报上去，叫医生');
  await waitFor(() => expect(server.sent()).toHaveLength(1));
  expect(server.sent()[0]?.body).toMatchObject({ selfTest: 'POSITIVE' });
});

test('without a network photo and report wait on the phone, and go out in that order', async () => {
  const server = await openOwn([asked(0)]);
  device.isOnline = false;
  press('报体温');
  choose('一道杠，阴性');
  await photographs();
  press('没有不舒服，就这样报');
  await waitFor(() => expect(outbox.commands()).toHaveLength(2));
  const [photo, report] = outbox.commands();
  expect([photo?.file, report?.needs]).toEqual([photo?.id, [photo?.id]]);
  expect(server.sent()).toEqual([]);
  expect(screen.queryByText('今天要做抗原自测，拍一张结果')).toBeNull();
  expect(screen.queryByText(/还没报/)).toBeNull();
  device.isOnline = true;
  outbox.flush();
  await waitFor(() => expect(server.sent()).toHaveLength(1));
});

test('a day that asks for none, and one of yesterday’s answer, ask for a temperature alone', async () => {
  await openOwn([asked(1, withPhoto)]);
  expect(screen.getByRole('button', { name: '看昨天的抗原照片' })).toBeVisible();
  expect(screen.queryByText('今天要做抗原自测，拍一张结果')).toBeNull();
  press('报体温');
  expect(screen.queryByText('抗原自测结果')).toBeNull();
});

test.each([
  ['with its photo it is done', withPhoto, '今天的抗原自测报过了', false],
  ['without one it says so, and one may follow', { isSaid: true }, '今天的抗原自测报过了，没有照片', true],
])('%s', async (_what, more, words, asksAgain) => {
  await openOwn([asked(0, more)]);
  expect(screen.getByText(words)).toBeVisible();
  press('报体温');
  expect(screen.queryByRole('button', { name: '拍一张结果' }) !== null).toBe(asksAgain);
});

test('the grid reads of each day what was said, and plainly where there is no photo', async () => {
  const said = { isSaid: true, result: 'POSITIVE' };
  open('GRID_WORKER', episodeView({ selfTests: [asked(2), asked(1, said), asked(0, withPhoto)] }));
  await seen('第 5 天（今天）：阴性');
  expect(screen.getByText('第 4 天（昨天）：异常')).toBeVisible();
  expect(screen.getByText(/第 3 天.*没报结果/)).toBeVisible();
  expect(screen.getAllByText('没有照片')).toHaveLength(2);
  expect(screen.getByRole('button', { name: '看今天的抗原照片' })).toBeVisible();
});

test('whoever may not open the photo sees that there is one', async () => {
  const { photos: _photos, ...without } = withPhoto;
  open('TOWNSHIP_DISPATCHER', episodeView({ selfTests: [asked(0, without)] }));
  await seen('有照片');
  expect(screen.queryByRole('button', { name: /抗原照片/ })).toBeNull();
});

test('on the phone the result is asked for, and no photo', async () => {
  const server = open('GRID_WORKER', episodeView({ actions: ['reportHealth'], selfTests: [asked(0)] }));
  await waitFor(() => press('电话问了，替他报体温'));
  choose('一道杠，阴性');
  expect(screen.queryByRole('button', { name: '拍一张结果' })).toBeNull();
  press('没有不舒服，就这样报');
  await waitFor(() => expect(server.sent()).toHaveLength(1));
  expect(server.sent()[0]?.body).toMatchObject({ selfTest: 'NEGATIVE' });
});

describe('the notice at the beginning', () => {
  const view = episodeView({ state: 'ASSESSED', verdict: 'HOME', actions: ['startHome'] });
  const fillIn = async () => {
    await waitFor(() => press('告知书签了，开始居家'));
    fireEvent.input(screen.getByRole('textbox', { name: /谁照应他/ }), { target: { value: '女儿' } });
    choose(/一天看两次/);
  };

  test('its photo goes before it, where somebody takes one', async () => {
    device.taken = photo;
    const server = open('GRID_WORKER', view);
    await fillIn();
    press('拍签了字的告知书（可以不拍）');
    await seen('照片拍好了');
    press('告知书签了，开始居家');
    await waitFor(() => expect(server.sent()).toHaveLength(1));
    const body = server.sent()[0]?.body;
    expect(body).toMatchObject({ notice: 'SIGNED', noticePhoto: expect.any(String) });
    const sent = outbox.commands().find(({ file }) => file !== undefined);
    expect(sent).toMatchObject({ file: body?.noticePhoto, query: { purpose: 'NOTICE' } });
  });

  test('and it begins without one', async () => {
    device.taken = undefined;
    const server = open('GRID_WORKER', view);
    await fillIn();
    press('拍签了字的告知书（可以不拍）');
    press('告知书签了，开始居家');
    await waitFor(() => expect(server.sent()).toHaveLength(1));
    expect(server.sent()[0]?.body).not.toHaveProperty('noticePhoto');
  });
});
