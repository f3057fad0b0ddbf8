import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { Button, ListRow, RoleBar } from '@/ui';
import { platform } from './ui-platform.fixture';

jest.mock('@/platform', () => jest.requireActual('./ui-platform.fixture').uiPlatform());

beforeEach(() => jest.clearAllMocks());

describe('Button', () => {
  test('is a real button with its words as its name', () => {
    const press = jest.fn();
    render(<Button label="我来" icon="check" onPress={press} />);
    const button = screen.getByRole('button', { name: '我来' });
    expect(button.tagName).toBe('BUTTON');
    button.focus();
    expect(button).toHaveFocus();
    fireEvent.click(button);
    expect(press).toHaveBeenCalledTimes(1);
  });

  test('when it cannot be pressed, it stays in reach, says why and does nothing', () => {
    const press = jest.fn();
    render(<Button label="确认收到" disabledReason="还在路上" onPress={press} />);
    const button = screen.getByRole('button', { name: /确认收到.*还在路上/ });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(screen.getByText('还在路上')).toBeVisible();
    fireEvent.click(button);
    expect(press).not.toHaveBeenCalled();
  });

  test('when it is busy, it says so and a second press does nothing', () => {
    const press = jest.fn();
    render(<Button label="发送" busy onPress={press} />);
    fireEvent.click(screen.getByRole('button', { name: '正在办理' }));
    expect(press).not.toHaveBeenCalled();
  });
});

/** As on the page of an order: once received, the same button says that it is paid, and another lies where it was. */
function Order({ paid }: { readonly paid: () => void }) {
  const [isThere, setThere] = useState(false);
  return (
    <>
      <Button label={isThere ? '我付过了' : '收到了'} onPress={isThere ? paid : () => setThere(true)} />
      <Button label="东西不对" onPress={paid} />
    </>
  );
}

describe('a double tap', () => {
  const tap = (name: string, y = 700) =>
    fireEvent.click(screen.getByRole('button', { name }), { detail: 1, clientX: 180, clientY: y });

  let minutes = 0;
  beforeEach(() => {
    minutes += 1;
    jest.useFakeTimers({ now: minutes * 60_000 });
  });
  afterEach(() => jest.useRealTimers());

  test('does not go on to whatever the first tap has put under the thumb', () => {
    const paid = jest.fn();
    render(<Order paid={paid} />);
    tap('收到了');
    jest.advanceTimersByTime(200);
    tap('我付过了', 706);
    tap('东西不对', 690);
    expect(paid).not.toHaveBeenCalled();
  });

  test('is two presses for whoever takes the time to read, presses elsewhere, or uses a keyboard', () => {
    const paid = jest.fn();
    render(<Order paid={paid} />);
    tap('收到了');
    jest.advanceTimersByTime(500);
    tap('我付过了');
    tap('东西不对', 300);
    fireEvent.click(screen.getByRole('button', { name: '我付过了' }));
    expect(paid).toHaveBeenCalledTimes(3);
  });

  test('on one and the same button counts twice, as plus and minus need', () => {
    const add = jest.fn();
    render(<Button label="加一个" onPress={add} />);
    tap('加一个');
    tap('加一个');
    expect(add).toHaveBeenCalledTimes(2);
  });
});

test('RoleBar marks where one stands and leads to the others', () => {
  const tabs = [
    { page: '/a', label: '排队', icon: 'list' },
    { page: '/b', label: '住户', icon: 'people' },
  ] as const;
  render(<RoleBar tabs={tabs} here="/a" />);
  fireEvent.click(screen.getByRole('tab', { name: '排队', selected: true }));
  expect(platform.replacePage).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('tab', { name: '住户' }));
  expect(platform.replacePage).toHaveBeenCalledWith('/b');
});

test('a row held down selects, and the click that ends the hold opens nothing', () => {
  jest.useFakeTimers();
  const [open, select] = [jest.fn(), jest.fn()];
  render(<ListRow title="3 栋 501" onPress={open} onLongPress={select} />);
  const row = screen.getByRole('button');
  fireEvent.pointerDown(row);
  act(() => jest.advanceTimersByTime(400));
  fireEvent.pointerUp(row);
  fireEvent.click(row);
  expect(select).toHaveBeenCalledTimes(1);
  expect(open).not.toHaveBeenCalled();
  fireEvent.click(row);
  expect(open).toHaveBeenCalledTimes(1);
  jest.useRealTimers();
});
