import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { outbox, queryClient } from '@/api';
import { device, press, show } from '@/api/testing/fake-device';
import { type deliveryView, sample } from '@/api/testing/fake-server';
import { serve, signInAs } from '@/api/testing/visit';
import { type HomeServer, open as openStatus } from './status.fixture';
import { StatusScreen } from './status-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

const line = (id: string, name: string, quantity: number) => ({
  ...{ line: id, name, unit: '斤', quantity, estimateFen: 900, cold: false, controlledFour: false, outcome: 'OPEN' },
  substitution: { rule: 'ASK' },
});
const lines = [line('eggs', '鸡蛋', 2), line('salt', '盐', 1)];

let server: HomeServer;

function open(part: Parameters<typeof deliveryView>[0]) {
  server = openStatus(part);
}

/** What the server got of this action. */
const got = (action: string) => server.seen.filter(({ path }) => path === `/deliveries/${sample.open}/${action}`);

/** Answers writes with a refusal from now on, and reads as before. */
function refuseWrites(slug: string, more: object) {
  const body = { type: `https://example.com/problems/${slug}`, title: slug, status: 409, instance: 'req-1', ...more };
  device.server = {
    answer: (method, path, sent) => (method === 'GET' ? server.answer(method, path, sent) : { status: 409, body }),
  };
}

describe('changing the list before anybody shops', () => {
  const editable = { state: 'TRIAGED', revision: 7, lines, actions: ['editLines', 'addLines', 'cancel'] };
  const openSheet = async () => fireEvent.click(await screen.findByRole('button', { name: '改单子' }));

  it('sends the whole list with the revision it was read at; what is down to none is left out', async () => {
    open(editable);
    await openSheet();
    expect(screen.getByRole('button', { name: /^就这样改/ })).toHaveAttribute('aria-disabled', 'true');
    press('加一个鸡蛋');
    press('减一个盐');
    expect(screen.getByText('不要了')).toBeVisible();
    const send = screen.getByRole('button', { name: '就这样改' });
    fireEvent.click(send);
    fireEvent.click(send);
    await waitFor(() => expect(got('edit-lines')).toHaveLength(1));
    const eggs = { line: 'eggs', name: '鸡蛋', unit: '斤', quantity: 3, substitution: { rule: 'ASK' } };
    expect(got('edit-lines')[0]?.body).toMatchObject({ revision: 7 });
    expect(got('edit-lines')[0]?.body.lines).toEqual([eggs]);
  });

  it('leaves nothing out entirely: for none at all there is cancelling', async () => {
    open(editable);
    await openSheet();
    for (const name of ['鸡蛋', '鸡蛋', '盐']) press(`减一个${name}`);
    press(/^就这样改/);
    expect(await screen.findByText(/至少留一样/)).toBeVisible();
    expect(got('edit-lines')).toEqual([]);
  });

  it('when shopping has begun meanwhile it says that it was not taken, and can be dropped', async () => {
    open(editable);
    await openSheet();
    press('加一个鸡蛋');
    refuseWrites('transition-not-allowed', { state: 'SHOPPING', revision: 8, next: 'refresh' });
    press('就这样改');
    fireEvent.click(await screen.findByRole('button', { name: '不办了' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: '不办了' })).toBeNull());
    expect(outbox.commands()).toEqual([]);
  });

  it('is not there once somebody shops', async () => {
    open({ state: 'SHOPPING', lines, actions: ['askCancel'] });
    await screen.findByText(/鸡蛋/);
    expect(screen.queryByRole('button', { name: '改单子' })).toBeNull();
  });
});

describe('what is done when a thing is sold out', () => {
  const bought = { ...line('salt', '盐', 1), outcome: 'FOUND' };
  const shopping = { state: 'SHOPPING', lines: [lines[0], bought], actions: ['askCancel', 'changeSubstitution'] };
  const openSheet = async () => fireEvent.click(await screen.findByRole('button', { name: '卖完了怎么办' }));

  it('changes thing by thing, also while somebody shops; what is bought stays', async () => {
    open(shopping);
    await openSheet();
    expect(screen.getByRole('checkbox', { name: '先问我' })).toBeChecked();
    expect(screen.getByRole('button', { name: /^就这样改/ })).toHaveAttribute('aria-disabled', 'true');
    fireEvent.click(screen.getByRole('checkbox', { name: '换差不多的' }));
    fireEvent.click(screen.getByRole('button', { name: '就这样改' }));
    await waitFor(() => expect(got('change-substitution')).toHaveLength(1));
    expect(got('change-substitution')[0]?.body).toMatchObject({
      line: 'eggs',
      substitution: { rule: 'SIMILAR', maxExtraPercent: 20 },
    });
  });

  it('is not there once everything is answered', async () => {
    open({ ...shopping, lines: [bought] });
    await screen.findByText(/盐/);
    expect(screen.queryByRole('button', { name: '卖完了怎么办' })).toBeNull();
  });
});

describe('sending it elsewhere once it is on the way', () => {
  const onTheWay = { state: 'IN_TRANSIT', lines, actions: ['redirect', 'returnGoods'] };
  const openSheet = async () => fireEvent.click(await screen.findByRole('button', { name: '换个地方送' }));
  const write = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

  it('asks which place first, and for a relative who takes it and where', async () => {
    open(onTheWay);
    await openSheet();
    press(/^就送到那里/);
    expect(await screen.findByText('先选送到哪里')).toBeVisible();
    fireEvent.click(screen.getByRole('radio', { name: '请亲戚代收' }));
    write('谁代收（怎么称呼）', '二姨');
    press(/^就送到那里/);
    expect(await screen.findByText('请写清楚地方')).toBeVisible();
    write('住哪里，怎么走', '东门 2 号楼 101');
    press('就送到那里');
    await waitFor(() => expect(got('redirect')).toHaveLength(1));
    expect(got('redirect')[0]?.body).toMatchObject({ words: '二姨，东门 2 号楼 101', reason: { code: 'RELATIVE' } });
  });

  it('without a network it is kept, said so, and not offered a second time', async () => {
    open(onTheWay);
    await openSheet();
    fireEvent.click(screen.getByRole('radio', { name: '隔离点门口' }));
    write('哪个隔离点、哪个门', '党校隔离点西门');
    device.isOnline = false;
    press('就送到那里');
    await waitFor(() => expect(outbox.commands()).toHaveLength(1));
    expect(screen.queryByRole('button', { name: '换个地方送' })).toBeNull();
    expect(got('redirect')).toEqual([]);
  });
});

describe('the carrier does not find the door', () => {
  const at = '2026-11-24T06:20:00.000Z';
  const asked = { action: 'queryAddress', from: 'IN_TRANSIT', to: 'ADDRESS_QUERY', at, by: { label: '郭**' } };
  const query = (by: string, more: object = {}) => ({
    ...{ state: 'ADDRESS_QUERY', lines, actions: ['answerAddress'], timeline: [asked] },
    ...{ wayWords: [{ at, words: '没有 3 单元' }], next: { code: 'ANSWER_ADDRESS', who: 'GRID', by }, ...more },
  });
  const soon = () => new Date(Date.now() + 9 * 60_000).toISOString();

  it('reads what the carrier says and how long there is, and answers with the way', async () => {
    open(query(soon()));
    expect(await screen.findByText('他说：没有 3 单元')).toBeVisible();
    expect(screen.getByRole('timer')).toBeVisible();
    press('告诉他怎么走');
    const sheet = within(screen.getByRole('dialog'));
    fireEvent.change(sheet.getByLabelText('怎么走'), { target: { value: '从车库上来' } });
    fireEvent.click(sheet.getByRole('button', { name: '就这样办' }));
    await waitFor(() => expect(got('answer-address')).toHaveLength(1));
    expect(got('answer-address')[0]?.body).toMatchObject({ words: '从车库上来' });
    expect(got('answer-address')[0]?.body).not.toHaveProperty('address');
    expect(screen.queryByText('志愿者找不到您家的门')).toBeNull();
  });

  it('corrects the door number from the one that is known', async () => {
    const address = { compound: '天宁小区', building: '3', unit: '1', floor: 4, room: '402' };
    open(query(soon(), { household: { id: sample.household, name: '王桂兰', masked: false, address } }));
    fireEvent.click(await screen.findByRole('button', { name: '告诉他怎么走' }));
    press('门牌也写错了，改门牌');
    fireEvent.change(screen.getByLabelText('单元'), { target: { value: '2' } });
    press('就这样办');
    await waitFor(() => expect(got('answer-address')).toHaveLength(1));
    expect(got('answer-address')[0]?.body).toMatchObject({ address: { ...address, unit: '2' } });
  });

  it('says plainly when the time is over', async () => {
    open(query('2026-11-24T06:35:00.000Z'));
    expect(await screen.findByText(/时间到了/)).toBeVisible();
    expect(screen.queryByRole('timer')).toBeNull();
  });

  it('words about the way do not stay on the device', async () => {
    open(query(soon()));
    await screen.findByText('他说：没有 3 单元');
    expect(JSON.stringify({ ...localStorage })).not.toContain('没有 3 单元');
  });
});

describe('when nothing can be shown', () => {
  it('a request that is gone says so, and nothing is offered that cannot help', async () => {
    serve({});
    signInAs();
    device.params = { id: sample.open };
    show(<StatusScreen />, queryClient);
    expect(await screen.findByText('这一单看不到了')).toBeVisible();
    expect(screen.queryByRole('button', { name: '再试一次' })).toBeNull();
  });
});
