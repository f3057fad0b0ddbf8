import { callPhone } from '@/platform';
import { useText } from '@/text';
import { privacyText } from '@/text/privacy';
import { BottomBar, Button, Card, Heading, Page, Rows, Words } from '@/ui';

const parts = ['what', 'why', 'who', 'look', 'safe', 'right'] as const;

/** What is used, what for, who sees it, and how to have it corrected or removed; readable before signing in. */
export function PrivacyScreen() {
  const t = useText(privacyText);
  const main = <Button icon="phone" label={t('call')} onPress={() => void callPhone('12345')} />;
  return (
    <Page title={t('title')} bottom={<BottomBar main={main} />}>
      <Rows>
        {parts.map((part) => (
          <Card key={part}>
            <Heading size={5}>{t(`${part}Title`)}</Heading>
            <Words>{t(part)}</Words>
          </Card>
        ))}
        <Words tone="quiet">{t('basis')}</Words>
      </Rows>
    </Page>
  );
}
