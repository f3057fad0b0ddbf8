import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { Choice, Field } from '@/ui';
import type { Problem } from './problem';
import { useFieldErrors } from './problem-words';

const refusal = (...errors: Problem['errors']): Problem => ({ type: 'invalid-input', status: 422, errors });

function Form({ problem }: { readonly problem: Problem }) {
  const [sent, setSent] = useState<Problem>();
  const wrong = useFieldErrors(sent, ['/name', '/phone', '/relation']);
  return (
    <>
      <Field label="名字" value="" onChange={jest.fn()} {...wrong.at('/name')} />
      <Field label="电话" value="" onChange={jest.fn()} {...wrong.at('/phone')} />
      <Choice
        label="关系"
        value={undefined}
        options={[{ value: 'a', label: '朋友' }]}
        onChange={jest.fn()}
        {...wrong.at('/relation')}
      />
      <p>{wrong.rest ?? '没有别的'}</p>
      <button type="button" onClick={() => setSent(problem)}>
        交
      </button>
    </>
  );
}

const send = (problem: Problem) => {
  render(<Form problem={problem} />);
  fireEvent.click(screen.getByText('交'));
};

test('when a field is refused, its words stand at the field, which takes the cursor', () => {
  send(refusal({ pointer: '/phone', detail: '手机号要 11 位数字' }));
  const box = screen.getByRole('textbox', { name: /电话/ });
  expect(box).toBeInvalid();
  expect(box).toHaveFocus();
  expect(box).toHaveAccessibleDescription('手机号要 11 位数字');
  expect(screen.getByRole('textbox', { name: '名字' })).not.toHaveFocus();
  expect(screen.getByText('没有别的')).toBeVisible();
});

test('when several are refused, the cursor goes to the first and each says its own', () => {
  send(
    refusal(
      { pointer: '/name', detail: '这一项要填' },
      { pointer: '/phone', detail: '少了几位' },
      { pointer: '/relation', detail: '请选一个' },
    ),
  );
  expect(screen.getByRole('textbox', { name: /名字/ })).toHaveFocus();
  expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
    '这一项要填',
    '少了几位',
    '请选一个',
  ]);
});

test('when a finding concerns no field of the screen, it is told all the same', () => {
  send(refusal({ pointer: '/nameSake', detail: '没有这一项' }));
  expect(screen.getByText(/有几处填得不对.*没有这一项/)).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
});
