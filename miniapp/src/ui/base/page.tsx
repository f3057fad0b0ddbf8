import { type ReactNode, useEffect } from 'react';
import { goBack, setPageTitle, titleBarInsets } from '@/platform';
import { Text, View } from '@/platform/host';
import { useIsLarge, useSettings } from '@/state/settings';
import { useText } from '@/text';
import { uiText } from '@/text/ui';
import { classes, readable } from '../a11y';
import { IconButton } from '../action/icon-button';
import { PrivacyGate } from '../state/privacy-gate';

type PageProps = {
  readonly title: string;
  /** False on pages that are a beginning (home, a role's first page). */
  readonly back?: boolean;
  /** What stands at the right of the title, e.g. an UnsentBadge. */
  readonly aside?: ReactNode;
  /** Above everything that scrolls: NetworkBanner. */
  readonly banner?: ReactNode;
  /** A BottomBar or RoleBar. */
  readonly bottom?: ReactNode;
  /** Uses the whole width of a wide screen (board, tables). */
  readonly wide?: boolean;
  /** For the gallery: shows the layout whatever the settings say. */
  readonly forceLarge?: boolean;
  readonly children?: ReactNode;
};

/** The frame of every screen: theme, type size, title, content, and one action within the thumb's reach. */
export function Page({ title, back = true, aside, banner, bottom, wide, forceLarge, children }: PageProps) {
  const theme = useSettings((settings) => settings.theme);
  const isLarge = useIsLarge();
  const t = useText(uiText);
  const insets = titleBarInsets();
  // a browser's tab and WeChat's list of recent programs say where one is
  useEffect(() => setPageTitle(title), [title]);
  return (
    <View className={classes('page', `theme-${theme}`, (forceLarge ?? isLarge) && 'is-large', wide && 'is-wide')}>
      <View
        className="page-bar"
        style={{ paddingTop: `${insets.top}px`, ...(insets.right > 0 && { paddingRight: `${insets.right}px` }) }}
      >
        {back && (
          <View className="page-back">
            <IconButton icon="left" label={t('back')} onPress={() => void goBack()} />
          </View>
        )}
        <Text className="page-title" {...readable({ role: 'heading', level: 1 })}>
          {title}
        </Text>
        {aside}
      </View>
      {banner}
      <View className="page-body" {...readable({ role: 'main' })}>
        {children}
      </View>
      {bottom}
      <PrivacyGate />
    </View>
  );
}
