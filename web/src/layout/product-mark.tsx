export function ProductMark() {
  return (
    <span className="product-mark">
      <img src="/favicon.svg" alt="" width={28} height={28} />
      <span>e-LAMPID</span>
    </span>
  );
}
