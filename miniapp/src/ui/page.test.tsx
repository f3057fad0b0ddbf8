import { act, fireEvent, render, screen } from '@testing-library/react';
import { useSettings } from '@/state/settings';
import { Heading, Page } from '@/ui';
import { platform, privacy } from './ui-platform.fixture';

jest.mock('@/platform', () => jest.requireActual('./ui-platform.fixture').uiPlatform());

beforeEach(() => jest.clearAllMocks());

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

test('a title is a heading of the first level, what stands below it of the second', () => {
  render(
    <Page title="家">
      <Heading>再买一次</Heading>
    </Page>,
  );
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('家');
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('再买一次');
});

describe('the gate on privacy', () => {
  afterEach(() => {
    delete privacy.waiting;
  });

  test('when WeChat waits for a word, every page asks, and no answers it', () => {
    const answer = jest.fn();
    render(<Page title="家">内容</Page>);
    expect(screen.queryByRole('dialog')).toBeNull();
    privacy.waiting = answer;
    act(() => privacy.tell());
    expect(screen.getByRole('dialog', { name: '先跟您说清楚' })).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: '不同意' }));
    expect(answer).toHaveBeenCalledWith(false);
  });

  test('the whole of it can be read before answering, and closing is no agreement', () => {
    const answer = jest.fn();
    privacy.waiting = answer;
    render(<Page title="家">内容</Page>);
    fireEvent.click(screen.getByRole('button', { name: '看全文' }));
    expect(platform.openPage).toHaveBeenCalledWith('/pages/privacy/index');
    fireEvent.click(screen.getByRole('button', { name: '关闭' }));
    expect(answer).toHaveBeenCalledWith(false);
  });
});
