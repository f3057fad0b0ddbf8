import { useState } from 'react';
import { useText } from '@/text';
import { mergesText } from '@/text/merges';
import { Button, Field, Rows, Sheet } from '@/ui';

/** What needs its reason, and the reasons there are. */
export const whys = {
  apply: ['SAME_PERSON'],
  undo: ['MISTAKE', 'TWO_PEOPLE'],
  reject: ['TWO_PEOPLE'],
  decideEnd: ['EARLIER_EXPOSURE', 'RECORDED_TWICE'],
} as const;
export type Asking = keyof typeof whys;

type WhyProps = {
  readonly asked: Asking;
  readonly onClose: () => void;
  readonly onSend: (reason: { readonly code: string; readonly words?: string }) => void;
};

/** One tap says why; a sentence beside it, for whoever wants to. */
export function WhySheet({ asked, onClose, onSend }: WhyProps) {
  const t = useText(mergesText);
  const [words, setWords] = useState('');
  const said = words.trim();
  return (
    <Sheet title={t(asked)} open onClose={onClose}>
      <Rows gap={2}>
        <Field label={t('ask-words')} optional tall value={words} maxLength={300} onChange={setWords} />
        {whys[asked].map((code) => (
          <Button
            key={code}
            look="main"
            label={t(`r-${code}`)}
            onPress={() => onSend({ code, ...(said === '' ? {} : { words: said }) })}
          />
        ))}
      </Rows>
    </Sheet>
  );
}
