import { useState } from 'react';
import { useText } from '@/text';
import { postMealText } from '@/text/post-meal';
import { Button, Choice, Field, Rows, Sheet, useTimeWords, Words } from '@/ui';
import type { Errand } from './errand';
import { mealTimes } from './meal';

type ErrandSheetProps = {
  readonly post: string;
  readonly onClose: () => void;
  readonly onSend: (errand: Errand) => void;
};

/** Help other than a meal: what and where to, and if it matters until when. */
export function ErrandSheet({ post, onClose, onSend }: ErrandSheetProps) {
  const t = useText(postMealText);
  const timeWords = useTimeWords();
  // the hours stay those that were read when the sheet was opened
  const [times] = useState(() => mealTimes(new Date()));
  const [words, setWords] = useState('');
  const [wantedBy, setWantedBy] = useState('any');
  const said = words.trim();
  return (
    <Sheet title={t('errand-title', { post })} open onClose={onClose}>
      <Rows>
        <Field
          label={t('errand-what')}
          hint={t('errand-hint')}
          value={words}
          onChange={setWords}
          tall
          maxLength={500}
        />
        <Choice
          label={t('errand-when')}
          value={wantedBy}
          onChange={setWantedBy}
          options={[
            { value: 'any', label: t('errand-any') },
            ...times.map((value) => ({ value, label: timeWords(new Date(value)) })),
          ]}
        />
        <Words tone="quiet">{t('errand-free')}</Words>
        <Button
          look="main"
          icon="bike"
          label={t('errand-send')}
          disabledReason={said === '' ? t('errand-empty') : undefined}
          onPress={() => onSend({ words: said, ...(wantedBy !== 'any' && { wantedBy }) })}
        />
      </Rows>
    </Sheet>
  );
}
