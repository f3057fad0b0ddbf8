import type { DeliveryRow } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useMyPosts } from '@/api';
import { useMyHouseholds } from '@/features/households/use-my-households';
import { PostCard } from './post-card';

/** The posts whose shift the person leads, before everything else; nothing for whoever leads none. */
export function MyPosts({ rows }: { readonly rows: readonly DeliveryRow[] | undefined }) {
  const posts = useMyPosts();
  const { data } = useMyHouseholds({ enabled: posts.length > 0 });
  return (
    <>
      {posts.map(({ household }) => {
        const post = data?.items.find(({ id }) => id === household);
        const isHere = ({ forPost, household: of }: DeliveryRow) => forPost === true && of === household;
        return <PostCard key={household} household={household} post={post} rows={rows?.filter(isHere)} />;
      })}
    </>
  );
}
