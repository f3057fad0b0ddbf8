import { useState } from 'react';
import { signOutHere, useActingFor, useMe, useUnsentCount } from '@/api';
import { homePage, openPage, restartAt } from '@/platform';
import { type TextSize, type Theme, useSettings } from '@/state/settings';
import { type Language, useText } from '@/text';
import { identityText } from '@/text/identity';
import { privacyText } from '@/text/privacy';
import { BottomBar, Button, Card, Choice, Icon, Line, ListRow, Page, Rows, Sheet, Words } from '@/ui';

/** Language, large text, colours, who looked, consent, sign out. */
export function SettingsScreen() {
  const t = useText(identityText);
  const p = useText(privacyText);
  const me = useMe();
  const acting = useActingFor();
  // who looked is for those who live there; whoever speaks for them is not told
  const household = acting?.relation === 'OWN' ? acting.household : undefined;
  const [isAsking, setAsking] = useState(false);
  const unsent = useUnsentCount();
  const leave = async () => {
    await signOutHere();
    await restartAt(homePage);
  };
  const main = (
    <Button icon="door" label={t('signOut')} onPress={() => (unsent > 0 ? setAsking(true) : void leave())} />
  );
  return (
    <Page
      title={t('settings')}
      bottom={<BottomBar main={main} note={<Words tone="quiet">{t('signOutHint')}</Words>} />}
    >
      <Rows>
        {me && (
          <Card label={t('me')}>
            <Line>
              <Icon name="person" />
              <Words size={5} strong>
                {me.name}
              </Words>
              <Words tone="quiet">{me.phoneMasked}</Words>
            </Line>
          </Card>
        )}
        <Looks />
        <Card>
          <ListRow
            title={t('proxies')}
            note={t('proxiesHint')}
            lead={<Icon name="people" />}
            onPress={() => void openPage('/pages/proxies/index')}
          />
          <ListRow
            title={t('join')}
            note={t('joinHint')}
            lead={<Icon name="check" />}
            onPress={() => void openPage('/pages/join/index')}
          />
          {household && (
            <ListRow
              title={t('looks')}
              note={t('looksHint')}
              lead={<Icon name="eye" />}
              onPress={() => void openPage('/pages/looks/index', { id: household })}
            />
          )}
          <ListRow
            title={p('title')}
            lead={<Icon name="shield" />}
            onPress={() => void openPage('/pages/privacy/index')}
            last
          />
        </Card>
      </Rows>
      <Sheet title={t('signOut')} open={isAsking} onClose={() => setAsking(false)}>
        <Rows>
          <Words>{t('signOutUnsent', { count: unsent })}</Words>
          <Button look="main" label={t('stay')} onPress={() => setAsking(false)} />
          <Button look="danger" label={t('signOutAnyway')} onPress={() => void leave()} />
        </Rows>
      </Sheet>
    </Page>
  );
}

function Looks() {
  const t = useText(identityText);
  const { language, textSize, theme, chooseLanguage, chooseTextSize, chooseTheme } = useSettings();
  return (
    <>
      <Choice<TextSize>
        label={t('textSize')}
        value={textSize}
        onChange={chooseTextSize}
        options={[
          { value: 'follow', label: t('textFollow') },
          { value: 'normal', label: t('textNormal') },
          { value: 'large', label: t('textLarge') },
        ]}
      />
      <Choice<Language>
        label={t('language')}
        value={language}
        onChange={chooseLanguage}
        options={[
          { value: 'zh', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
      />
      <Choice<Theme>
        label={t('theme')}
        value={theme}
        onChange={chooseTheme}
        options={[
          { value: 'follow', label: t('themeFollow') },
          { value: 'light', label: t('themeLight') },
          { value: 'dark', label: t('themeDark') },
        ]}
      />
    </>
  );
}
