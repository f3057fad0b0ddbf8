import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { useSettings } from '@/state/settings';
import {
  Button,
  Choice,
  CountdownRing,
  FailedState,
  Field,
  FiveSteps,
  Heading,
  ListRow,
  MaskedText,
  Money,
  Page,
  RoleBar,
  Sheet,
  Stepper,
} from '@/ui';

const mockPrivacy: { waiting?: (agreed: boolean) => void; tell: () => void } = { tell: () => undefined };

jest.mock('@/platform', () => ({
  callPhone: jest.fn(),
  fontScale: () => 1,
  goBack: jest.fn(),
  onEscape: (run: () => void) => {
    window.addEventListener('keydown', run);
    return () => window.removeEventListener('keydown', run);
  },
  onPrivacyQuestion: (tell: () => void) => {
    mockPrivacy.tell = tell;
    return () => undefined;
  },
  openPage: jest.fn(),
  privacyButton: 'privacy-agree',
  readStored: () => undefined,
  replacePage: jest.fn(),
  setPageTitle: jest.fn(),
  titleBarInsets: () => ({ top: 0, right: 0 }),
  waitingPrivacyQuestion: () => mockPrivacy.waiting,
  writeStored: jest.fn(() => true),
}));

const platform =
  jest.requireMock<Record<'goBack' | 'openPage' | 'replacePage' | 'callPhone' | 'writeStored', jest.Mock>>(
    '@/platform',
  );

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

function Phone({ error }: { readonly error?: string }) {
  const [value, setValue] = useState('');
  return <Field label="电话" value={value} hint="11 位" error={error} onChange={setValue} />;
}

describe('Field', () => {
  test('is found by its label and takes what is typed', () => {
    render(<Phone />);
    const box = screen.getByRole('textbox', { name: '电话' });
    fireEvent.change(box, { target: { value: '1000' } });
    expect(box).toHaveValue('1000');
    expect(box).toHaveAccessibleDescription('11 位');
  });

  test('when something is wrong, the box and the reader both say it', () => {
    render(<Phone error="少了几位" />);
    expect(screen.getByRole('textbox', { name: /少了几位/ })).toBeInvalid();
    expect(screen.getByRole('alert')).toHaveTextContent('少了几位');
  });
});

test('Choice is a group of radios of which one is checked', () => {
  const choose = jest.fn();
  const options = [
    { value: 'ask', label: '先问我' },
    { value: 'leave', label: '就不要了' },
  ] as const;
  render(<Choice label="要是卖完了" options={options} value="ask" onChange={choose} />);
  expect(screen.getByRole('radiogroup', { name: '要是卖完了' })).toBeInTheDocument();
  expect(screen.getByRole('radio', { name: '先问我' })).toBeChecked();
  fireEvent.click(screen.getByRole('radio', { name: '就不要了' }));
  expect(choose).toHaveBeenCalledWith('leave');
});

test('Stepper stops at its ends and says what it counts', () => {
  const change = jest.fn();
  render(<Stepper name="鸡蛋" unit="板" value={0} onChange={change} />);
  fireEvent.click(screen.getByRole('button', { name: '减一个鸡蛋' }));
  expect(change).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: '加一个鸡蛋' }));
  expect(change).toHaveBeenCalledWith(1);
  expect(screen.getByRole('status', { name: '鸡蛋，0 板' })).toBeInTheDocument();
});

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

describe('Page', () => {
  test('has a way back and lays itself out large when that is chosen', () => {
    const { container } = render(<Page title="下单">菜</Page>);
    fireEvent.click(screen.getByRole('button', { name: '返回' }));
    expect(platform.goBack).toHaveBeenCalled();
    expect(container.firstChild).not.toHaveClass('is-large');
    act(() => useSettings.getState().chooseTextSize('large'));
    expect(container.firstChild).toHaveClass('is-large');
    act(() => useSettings.getState().chooseTextSize('follow'));
  });

  test('when the language changes, the words change and the choice is kept', () => {
    render(<Page title="下单">菜</Page>);
    act(() => useSettings.getState().chooseLanguage('en'));
    expect(screen.getByRole('button', { name: 'Back' })).toBeInTheDocument();
    expect(platform.writeStored).toHaveBeenCalledWith('settings', expect.objectContaining({ language: 'en' }));
    act(() => useSettings.getState().chooseLanguage('zh'));
  });
});

test('Money has digits of equal width', () => {
  render(<Money fen={41260} />);
  expect(screen.getByText('¥412.60')).toHaveClass('numbers');
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

describe('the gate on privacy', () => {
  afterEach(() => {
    delete mockPrivacy.waiting;
  });

  test('when WeChat waits for a word, every page asks, and no answers it', () => {
    const answer = jest.fn();
    render(<Page title="家">内容</Page>);
    expect(screen.queryByRole('dialog')).toBeNull();
    mockPrivacy.waiting = answer;
    act(() => mockPrivacy.tell());
    expect(screen.getByRole('dialog', { name: '先跟您说清楚' })).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: '不同意' }));
    expect(answer).toHaveBeenCalledWith(false);
  });

  test('the whole of it can be read before answering, and closing is no agreement', () => {
    const answer = jest.fn();
    mockPrivacy.waiting = answer;
    render(<Page title="家">内容</Page>);
    fireEvent.click(screen.getByRole('button', { name: '看全文' }));
    expect(platform.openPage).toHaveBeenCalledWith('/pages/privacy/index');
    fireEvent.click(screen.getByRole('button', { name: '关闭' }));
    expect(answer).toHaveBeenCalledWith(false);
  });
});

test('a title is a heading of the first level, what stands below it of the second', () => {
  render(
    <Page title="家">
      <Heading>再买一次</Heading>
    </Page>,
  );
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('家');
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('再买一次');
});
