import { EmptyState, NetworkBanner, Page } from '@/ui';

/** The way in; feature screens take it over. */
export default function HomePage() {
  return (
    <Page title="网格保供" back={false} banner={<NetworkBanner />}>
      <EmptyState picture="quiet" title="眼下没有要办的事" />
    </Page>
  );
}
