import { replacePage } from '@/platform';
import { Text, View } from '@/platform/host';
import { classes, readable } from '../a11y';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-names';
import { Pressable } from './pressable';

export type RoleTab = { readonly page: string; readonly label: string; readonly icon: IconName };

type RoleBarProps = {
  /** At most five; which ones depends on the role. */
  readonly tabs: readonly RoleTab[];
  /** The page one stands on. */
  readonly here: string;
};

/** The pages of a role at the bottom of its screens. Ours, not WeChat's tab bar, so that both targets agree. */
export function RoleBar({ tabs, here }: RoleBarProps) {
  return (
    <View className="role-bar" {...readable({ role: 'tablist' })}>
      {tabs.map(({ page, label, icon }) => (
        <Pressable
          key={page}
          className={classes('press role-tab', page === here && 'is-here')}
          onPress={() => page !== here && void replacePage(page)}
          reads={{ role: 'tab', label, selected: page === here }}
        >
          <Icon name={icon} />
          <Text>{label}</Text>
        </Pressable>
      ))}
    </View>
  );
}
