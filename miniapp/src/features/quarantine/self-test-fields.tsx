import { PhotoField } from '@/features/deliveries/photo-field';
import type { LocalFile } from '@/platform';
import { useText } from '@/text';
import { selfTestText } from '@/text/self-test';
import { Choice, Words } from '@/ui';

/** What the test showed; LATER: not taken yet, and the report goes without it. */
export type TestSaid = 'LATER' | 'NEGATIVE' | 'POSITIVE';
export type TestOf = { readonly said: TestSaid; readonly photo: LocalFile | undefined };

/** Nothing said about a test. */
export const noTest: TestOf = { said: 'LATER', photo: undefined };

type SelfTestProps = {
  /** On the phone nothing can be photographed. */
  readonly how: 'SELF' | 'PHONE';
  readonly test: TestOf;
  readonly onChange: (test: TestOf) => void;
};

const answers = ['LATER', 'NEGATIVE', 'POSITIVE'] as const;

/** What the self-test showed, and its photo; neither keeps a report from being sent. */
export function SelfTestFields({ how, test, onChange }: SelfTestProps) {
  const t = useText(selfTestText);
  const isOwn = how === 'SELF';
  return (
    <>
      {isOwn && (
        <Words strong block>
          {t('today')}
        </Words>
      )}
      <Choice
        label={t(isOwn ? 'result' : 'by-phone')}
        hint={isOwn ? t('today-hint') : undefined}
        inOne
        value={test.said}
        onChange={(said) => onChange({ ...test, said })}
        options={answers.map((value) => ({ value, label: t(value) }))}
      />
      {isOwn && (
        <PhotoField now label={t('photo')} photo={test.photo} onChange={(photo) => onChange({ ...test, photo })} />
      )}
    </>
  );
}
