import { fireEvent, screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/api';
import { press, show } from '@/api/testing/fake-device';
import { serve, signInAs, staff } from '@/api/testing/visit';
import { ids } from './desk-server.fixture';
import { isLikelyFour } from './goods-words';
import { PhoneOrderScreen } from './phone-order-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

const home = {
  id: `141122-${'h1'.padEnd(26, '0')}`,
  doorCode: '3-1-501',
  nameMasked: '王**',
  area: ids.grid,
  areaName: '3 网格',
  needs: [],
  inQuarantine: false,
};
const write = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

/** A grid worker who has the household on the phone, and hears of medicine. */
async function onThePhone(medicine: string) {
  const server = serve({}, ({ path }) =>
    path === '/households/find' ? { status: 200, body: { items: [home] } } : undefined,
  );
  signInAs(staff('GRID_WORKER'));
  show(<PhoneOrderScreen />, queryClient);
  write('门牌号', '3-1-501');
  press('找这一家');
  fireEvent.click(await screen.findByRole('button', { name: /3-1-501/ }));
  fireEvent.click(await screen.findByRole('radio', { name: '买药' }));
  write('东西，可以连着写几样', medicine);
  press('加上');
  return server;
}
const noFever = () => fireEvent.click(screen.getAllByRole('radio', { name: '没有' })[0] as HTMLElement);

test('four-class medicine by phone asks for the register, sealed with the order like that of the resident’s form', async () => {
  const server = await onThePhone('布洛芬1盒 维生素1瓶');
  expect(screen.getAllByRole('checkbox').map((box) => box.getAttribute('aria-checked'))).toEqual(['true', 'false']);
  expect(screen.queryByLabelText('吃药的人姓名')).toBeNull();
  noFever();
  write('吃药的人姓名', '王大有');
  expect(screen.getByRole('button', { name: /提交这一单/ })).toHaveAttribute('aria-disabled', 'true');
  write(/^证件号码/, '141122199001011234');
  write(/^电话/, '10000000017');
  press('提交这一单');
  await waitFor(() => expect(server.sent('/deliveries')).toHaveLength(1));
  expect(server.sent('/deliveries')[0]?.body).toMatchObject({
    kind: 'MEDICINE',
    symptoms: false,
    lines: [{ name: '布洛芬', controlledFour: true }, { name: '维生素' }],
    patient: { name: '王大有', idNumber: '141122199001011234', phone: '10000000017' },
  });
});

test('it may be left for later; with fever, or without such medicine, nobody is registered', async () => {
  const server = await onThePhone('维生素1瓶');
  noFever();
  expect(screen.queryByLabelText('吃药的人姓名')).toBeNull();
  fireEvent.click(screen.getByRole('checkbox', { name: /^四类药/ }));
  expect(screen.getByLabelText('吃药的人姓名')).toBeVisible();
  press('提交这一单');
  await waitFor(() => expect(server.sent('/deliveries')).toHaveLength(1));
  const { body } = server.sent('/deliveries')[0] ?? {};
  expect(body).toMatchObject({ lines: [{ controlledFour: true }] });
  expect(body).not.toHaveProperty('patient');
});

test.each([
  ['布洛芬', true],
  ['连花清瘟胶囊', true],
  ['止咳糖浆', true],
  ['降压药', false],
  ['维生素', false],
])('%s: %s', (name, is) => {
  expect(isLikelyFour(name)).toBe(is);
});
