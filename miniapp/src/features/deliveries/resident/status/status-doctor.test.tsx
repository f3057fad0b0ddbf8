import { screen } from '@testing-library/react';
import { device, press } from '@/api/testing/fake-device';
import { open, sentTo } from './status.fixture';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

describe('medicine and the doctor', () => {
  const medicine = { kind: 'MEDICINE', carrier: undefined, timeline: [] };
  const cleared = {
    action: 'doctorClear',
    from: 'SUBMITTED',
    to: 'SUBMITTED',
    at: '2026-11-24T06:10:00Z',
    by: { label: 'STAFF' },
  };

  test('with symptoms it says that a doctor looks first and why, and 120 is one press away', async () => {
    open({ ...medicine, state: 'SUBMITTED', flags: ['DOCTOR'], actions: ['cancel'] });
    expect(await screen.findByText('先请医生看一眼')).toBeVisible();
    expect(screen.getByText(/这类药不能让人代买。医生会打电话给您/)).toBeVisible();
    expect(screen.getAllByText(/先请医生看一眼，看过再去买/)).not.toHaveLength(0);
    press('打 120');
    expect(device.called).toEqual(['120']);
  });

  test('a prescription is read first: nothing else is asked of the household', async () => {
    open({ ...medicine, state: 'SUBMITTED', flags: ['DOCTOR_LOOK'], actions: ['cancel'] });
    expect(await screen.findByText(/医生先看一看您拍的处方/)).toBeVisible();
    expect(screen.queryByRole('button', { name: '打 120' })).toBeNull();
  });

  test('the question about symptoms is answered here, once', async () => {
    const server = open({
      ...medicine,
      state: 'SUBMITTED',
      flags: ['SYMPTOM_QUESTION'],
      actions: ['answerSymptoms', 'cancel'],
    });
    expect(await screen.findByText('家里有人发烧、咳嗽、嗓子疼吗？')).toBeVisible();
    press('没有');
    expect(await sentTo(server, 'answer-symptoms')).toMatchObject({ symptoms: false });
    expect(screen.queryByText('家里有人发烧、咳嗽、嗓子疼吗？')).toBeNull();
  });

  test('cleared: the household reads so, and what the doctor said', async () => {
    open({ ...medicine, state: 'TRIAGED', doctor: { words: '饭后服，一天两次' }, timeline: [cleared], actions: [] });
    expect(await screen.findByText('医生看过了，可以买')).toBeVisible();
    expect(screen.getByText('医生的话：饭后服，一天两次')).toBeVisible();
  });

  test('refused: where to go instead, and the doctor’s words', async () => {
    const doctor = { nextStep: 'FEVER_CLINIC', words: '先去查一下' };
    open({ ...medicine, state: 'REJECTED', flags: ['DOCTOR'], doctor, actions: [] });
    expect(await screen.findByText('医生说先别代买')).toBeVisible();
    expect(screen.getByText(/请去发热门诊/)).toBeVisible();
    expect(screen.getByText('医生的话：先去查一下')).toBeVisible();
    expect(screen.queryByText('先请医生看一眼')).toBeNull();
  });

  test('groceries know no doctor', async () => {
    open({});
    expect(await screen.findByText('正在买')).toBeVisible();
    expect(screen.queryByText(/医生/)).toBeNull();
  });
});
