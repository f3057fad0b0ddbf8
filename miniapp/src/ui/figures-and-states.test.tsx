import { act, fireEvent, render, screen } from '@testing-library/react';
import { CountdownRing, FailedState, FiveSteps, MaskedText, Money, Sheet } from '@/ui';
import { platform } from './ui-platform.fixture';

jest.mock('@/platform', () => jest.requireActual('./ui-platform.fixture').uiPlatform());

beforeEach(() => jest.clearAllMocks());

test('MaskedText opens after asking, says that the look is recorded, and closes again', async () => {
  render(<MaskedText label="姓名" masked="王**" onOpen={async () => '王小明'} />);
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '看一眼：姓名' })));
  expect(screen.getByText('王小明')).toBeVisible();
  expect(screen.getByText('您看过这一条，已经记下')).toBeVisible();
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '遮上：姓名' })));
  expect(screen.queryByText('王小明')).not.toBeInTheDocument();
});

test('MaskedText has no eye for a viewer who may not look', () => {
  render(<MaskedText label="姓名" masked="王**" />);
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

test('Sheet is a dialog with a way out by cross and by Escape', () => {
  const close = jest.fn();
  render(<Sheet title="顺路带三袋？" open onClose={close} />);
  expect(screen.getByRole('dialog', { name: '顺路带三袋？' })).toHaveAttribute('aria-modal', 'true');
  fireEvent.click(screen.getByRole('button', { name: '关闭' }));
  fireEvent.keyDown(window, { key: 'Escape' });
  expect(close).toHaveBeenCalledTimes(2);
});

test('CountdownRing counts down and ends once', () => {
  jest.useFakeTimers({ now: new Date('2026-03-05T08:00:00Z') });
  const end = jest.fn();
  render(<CountdownRing endsAt={new Date('2026-03-05T08:00:02Z')} totalSeconds={90} onEnd={end} />);
  expect(screen.getByRole('timer', { name: '还剩 0:02' })).toBeInTheDocument();
  act(() => jest.advanceTimersByTime(5000));
  expect(screen.getByRole('timer', { name: '还剩 0:00' })).toBeInTheDocument();
  expect(end).toHaveBeenCalledTimes(1);
  jest.useRealTimers();
});

test('FiveSteps reads as one sentence', () => {
  render(<FiveSteps names={['收到', '有人接', '买菜', '路上', '到门口']} current={2} />);
  expect(screen.getByRole('img', { name: '第 3 步，共 5 步：买菜' })).toBeInTheDocument();
});

test('FailedState says what happened, whether it was stored, and offers a retry and a person', () => {
  const retry = jest.fn();
  render(<FailedState what="没连上" stored="kept" phone="10000000001" onRetry={retry} />);
  expect(screen.getByRole('alert')).toHaveTextContent('您填的都还在');
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
  fireEvent.click(screen.getByRole('button', { name: '打电话问人' }));
  expect(retry).toHaveBeenCalled();
  expect(platform.callPhone).toHaveBeenCalledWith('10000000001');
});

test('Money has digits of equal width', () => {
  render(<Money fen={41260} />);
  expect(screen.getByText('¥412.60')).toHaveClass('numbers');
});
