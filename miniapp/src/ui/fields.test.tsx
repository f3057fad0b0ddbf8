import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { Choice, Field, Stepper } from '@/ui';

jest.mock('@/platform', () => jest.requireActual('./ui-platform.fixture').uiPlatform());

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
