import { type ReactNode, useState } from 'react';
import { Button } from '../action/button';
import { Rows } from '../base/layout';
import { Field } from '../field/field';
import { Sheet } from './sheet';

/** A reason as an action takes it along. */
export type Why = { readonly code: string; readonly words?: string };

type WhyProps = {
  readonly title: string;
  readonly reasons: readonly { readonly code: string; readonly label: string }[];
  /** What the sentence beside the reason is called; without it nobody types anything. */
  readonly wordsLabel?: string;
  readonly look?: 'main' | 'danger' | 'quiet';
  readonly onClose: () => void;
  /** The sheet is closed before. */
  readonly onSend: (why: Why) => void;
  /** What to know before choosing. */
  readonly children?: ReactNode;
};

const wordsAtMost = 300;

/** One tap says why, and does the thing; a sentence beside it, for whoever wants to. Nobody types in a stairwell. */
export function WhySheet({ title, reasons, wordsLabel, look = 'quiet', onClose, onSend, children }: WhyProps) {
  const [words, setWords] = useState('');
  const said = words.trim();
  const send = (code: string) => {
    onClose();
    onSend({ code, ...(said === '' ? {} : { words: said }) });
  };
  return (
    <Sheet title={title} open onClose={onClose}>
      <Rows gap={2}>
        {children}
        {wordsLabel !== undefined && (
          <Field label={wordsLabel} optional tall value={words} maxLength={wordsAtMost} onChange={setWords} />
        )}
        {reasons.map(({ code, label }) => (
          <Button key={code} look={look} label={label} onPress={() => send(code)} />
        ))}
      </Rows>
    </Sheet>
  );
}
