import { LoadingWord, Skeleton } from '../ui/Skeleton';

export const LogSkeleton = () => (
  <>
    <LoadingWord />
    <Skeleton shape="heading" />
    <div className="columns">
      <div className="columns__aside">
        <Skeleton shape="card" />
      </div>
      <div className="columns__main">
        <Skeleton shape="line" />
        <Skeleton shape="row" count={4} />
      </div>
    </div>
  </>
);
