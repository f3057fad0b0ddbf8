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
        // whoever leads one post asks for no other; of several, each stands in an area of its own
        const isHere = ({ forPost, area }: DeliveryRow) =>
          forPost === true && (posts.length === 1 || area === post?.area);
        return <PostCard key={household} household={household} post={post} rows={rows?.filter(isHere)} />;
      })}
    </>
  );
}
