import { getTraveller } from '@grid-relief/shared-types/returnees/returnee.contract';
import { travellerActions } from '@grid-relief/shared-types/returnees/returnee-actions.contract';
import { screen, waitFor } from '@testing-library/react';
import { ActButton, outbox, queryClient, SendingNote, useAct, useRead } from '@/api';
import { row } from '@/features/returnees/people.fixture';
import { device, press, show } from '../testing/fake-device';
import { refuse, sampleId, serve, signInAs, staff } from '../testing/visit';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

const record = sampleId('t1');
const { acknowledge, arrive, recordCall } = travellerActions;
let isRefused = false;
let server: ReturnType<typeof serve>;

beforeEach(() => {
  isRefused = false;
  server = serve({}, () =>
    isRefused ? refuse(409, 'transition-not-allowed', { holder: { label: '郭**' } }) : undefined,
  );
  signInAs();
});

const steps = () => server.sent().map(({ path }) => path.split('/').at(-1));

function Person() {
  const doing = useAct(record);
  const photo = { id: sampleId('f1'), file: { path: '/p.jpg', size: 3 }, purpose: 'PROOF' } as never;
  return (
    <>
      <SendingNote of={doing} />
      <ActButton of={doing} does={arrive} label="到了" />
      <button type="button" onClick={() => void doing.act(acknowledge, {})}>
        知道了
      </button>
      <button type="button" onClick={() => void doing.act(recordCall, { answered: true })}>
        打通了
      </button>
      <button type="button" onClick={() => void doing.act(recordCall, { answered: false })}>
        没人接
      </button>
      <button type="button" onClick={() => void doing.act(acknowledge, {}, [photo])}>
        拍照
      </button>
    </>
  );
}

function Latest() {
  const { data } = useRead(getTraveller, { params: { id: record as never } });
  return <p>{data?.state}</p>;
}

test('a double tap sends once, also when the first answer is there before the second tap', async () => {
  show(<Person />, queryClient);
  press('知道了');
  press('知道了');
  await waitFor(() => expect(outbox.commands()).toMatchObject([{ state: 'sent' }]));
  press('知道了');
  expect(outbox.commands()).toHaveLength(1);
  expect(steps()).toEqual(['acknowledge']);
});

test('without a network the second tap is the same deed; another body is another', async () => {
  device.isOnline = false;
  show(<Person />, queryClient);
  press('打通了');
  press('打通了');
  press('没人接');
  press('没人接');
  press('打通了');
  await waitFor(() => expect(outbox.commands()[0]).toMatchObject({ state: 'waiting', tries: 1 }));
  device.isOnline = true;
  outbox.flush();
  await waitFor(() => expect(steps()).toHaveLength(3));
  expect(server.sent().map(({ body }) => body.answered)).toEqual([true, false, true]);
  expect(new Set(server.sent().map(({ body }) => body.opId)).size).toBe(3);
});

test('while its photo is being kept, a second tap adds nothing', async () => {
  show(<Person />, queryClient);
  press('拍照');
  press('拍照');
  await waitFor(() => expect(outbox.commands()).toHaveLength(2));
  await Promise.resolve();
  expect(outbox.commands().map(({ name }) => name)).toEqual(['uploadFile', acknowledge.name]);
});

test('the tapped button is busy while it is sent; without a network the note says that it is kept', async () => {
  let answer = (): void => undefined;
  show(<Person />, queryClient);
  device.beforeAnswer = () => new Promise((resolve) => (answer = resolve));
  press('到了');
  expect(await screen.findByRole('button', { name: '正在办理' })).toBeVisible();
  answer();
  expect(await screen.findByText('已发出，收到了')).toBeVisible();
});

test('after a lost race the record is read anew, so that its latest is on screen', async () => {
  let state = 'TRIAGED';
  server = serve({ [`/travellers/${record}`]: () => row({ timeline: [], state }) }, () =>
    refuse(409, 'changed-meanwhile'),
  );
  signInAs(staff('GRID_WORKER'));
  show(
    <>
      <Latest />
      <Person />
    </>,
    queryClient,
  );
  await screen.findByText('TRIAGED');
  state = 'ACKNOWLEDGED';
  press('到了');
  expect(await screen.findByText('ACKNOWLEDGED')).toBeVisible();
});

test('a lost race says who was quicker and leaves the choice; tried again it is the same deed', async () => {
  isRefused = true;
  show(<Person />, queryClient);
  press('到了');
  expect(await screen.findByText('已经由 郭** 接了。')).toBeVisible();
  expect(screen.queryByRole('button', { name: '到了' })).toBeNull();
  isRefused = false;
  press('再试一次');
  expect(await screen.findByText('已发出，收到了')).toBeVisible();
  const [first, second] = server.sent();
  expect(first?.body.opId).toBe(second?.body.opId);
});
