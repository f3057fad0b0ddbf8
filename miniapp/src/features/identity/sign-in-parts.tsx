import { openPage } from '@/platform';
import { useIsLarge, useSettings } from '@/state/settings';
import { useText } from '@/text';
import { identityText } from '@/text/identity';
import { privacyText } from '@/text/privacy';
import { Button, Card, Chip, Heading, Line, ListRow, Rows, Words } from '@/ui';

const demoPlaces = [
  ...([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26] as const),
];

/** Their invented numbers end in their place. */
const demoPhone = (place: number) => `1000000${String(place).padStart(4, '0')}`;

type SignInNotesProps = { readonly demoCode: string | undefined; readonly words: string | undefined };

/** The demo's code, and what went wrong beside the fields. */
export function SignInNotes({ demoCode, words }: SignInNotesProps) {
  const t = useText(identityText);
  return (
    <>
      {demoCode && (
        <Card tone="info">
          <Words strong>{t('demoCode', { code: demoCode })}</Words>
        </Card>
      )}
      {words && (
        <Card tone="danger">
          <Words reads={{ role: 'alert' }}>{words}</Words>
        </Card>
      )}
    </>
  );
}

/** Large letters and the other language, for whoever cannot read the settings before they are signed in. */
export function FirstLooks() {
  const t = useText(identityText);
  const { language, chooseLanguage, chooseTextSize } = useSettings();
  const isLarge = useIsLarge();
  return (
    <Line>
      <Chip label={t('textLarge')} chosen={isLarge} onPress={() => chooseTextSize(isLarge ? 'normal' : 'large')} />
      <Chip
        label="English"
        chosen={language === 'en'}
        onPress={() => chooseLanguage(language === 'en' ? 'zh' : 'en')}
      />
    </Line>
  );
}

/** That signing in agrees to the page this leads to. */
export function PrivacyNote() {
  const t = useText(privacyText);
  return (
    <Rows gap={1}>
      <Words tone="quiet">{t('signInNote')}</Words>
      <Button look="link" icon="eye" label={t('title')} onPress={() => void openPage('/pages/privacy/index')} />
    </Rows>
  );
}

/** The invented people of the sample county, to sign in as one of them. */
export function DemoPeople({ onChoose }: { readonly onChoose: (phone: string) => void }) {
  const t = useText(identityText);
  return (
    <Card>
      <Heading size={5}>{t('demoTitle')}</Heading>
      {demoPlaces.map((place) => (
        <ListRow
          key={place}
          title={t(`demo${place}`)}
          note={demoPhone(place)}
          onPress={() => onChoose(demoPhone(place))}
          last={place === demoPlaces.at(-1)}
        />
      ))}
    </Card>
  );
}
