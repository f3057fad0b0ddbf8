import { useState } from 'react';
import { Button, Field, Rows, Sheet, Words } from '@/ui';

type WhyProps = {
  readonly title: string;
  readonly hint?: string;
  /** What the sentence beside it is called. */
  readonly wordsLabel: string;
  readonly reasons: readonly { readonly code: string; readonly label: string }[];
  readonly onClose: () => void;
  readonly onSend: (reason: { readonly code: string; readonly words?: string }) => void;
};

/** One tap says why; a sentence beside it, for whoever wants to. */
export function WhySheet({ title, hint, wordsLabel, reasons, onClose, onSend }: WhyProps) {
  const [words, setWords] = useState('');
  const said = words.trim();
  return (
    <Sheet title={title} open onClose={onClose}>
      <Rows gap={2}>
        {hint !== undefined && <Words tone="quiet">{hint}</Words>}
        <Field label={wordsLabel} optional tall value={words} maxLength={300} onChange={setWords} />
        {reasons.map(({ code, label }) => (
          <Button key={code} label={label} onPress={() => onSend({ code, ...(said === '' ? {} : { words: said }) })} />
        ))}
      </Rows>
    </Sheet>
  );
}
