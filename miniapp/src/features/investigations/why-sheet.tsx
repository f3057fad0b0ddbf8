import { useState } from 'react';
import { useText } from '@/text';
import { investigationsText } from '@/text/investigations';
import { Button, Card, Field, Rows, Sheet, Words } from '@/ui';

/** What needs its reason, and the reasons there are. */
export const whys = {
  notReached: ['IN_CARE', 'NO_ANSWER'],
  closeByRecords: ['RECORDS_ENOUGH'],
  sendBack: ['PATH_GAPS', 'CONTACTS_MISSING'],
  dropContact: ['NOT_MET', 'OTHER_PERSON'],
  exclude: ['LABORATORY', 'OTHER_PERSON'],
} as const;
export type Asking = keyof typeof whys;

type WhyProps = {
  readonly asked: Asking;
  readonly onClose: () => void;
  readonly onSend: (reason: { readonly code: string; readonly words?: string }) => void;
};

/** One tap says why; a sentence beside it, for whoever wants to. */
export function WhySheet({ asked, onClose, onSend }: WhyProps) {
  const t = useText(investigationsText);
  const [words, setWords] = useState('');
  const said = words.trim();
  return (
    <Sheet title={t(asked)} open onClose={onClose}>
      <Rows gap={2}>
        {asked === 'exclude' && (
          <Card tone="danger">
            <Words strong>{t('exclude-warning')}</Words>
          </Card>
        )}
        <Field label={t('why-words')} optional value={words} maxLength={300} onChange={setWords} />
        <Words strong>{t('why')}</Words>
        {whys[asked].map((code) => (
          <Button
            key={code}
            look={asked === 'exclude' ? 'danger' : 'quiet'}
            label={t(`r-${code}`)}
            onPress={() => onSend({ code, ...(said === '' ? {} : { words: said }) })}
          />
        ))}
      </Rows>
    </Sheet>
  );
}
