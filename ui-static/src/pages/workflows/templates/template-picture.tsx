import type { Picture, Shape } from "./picture.ts";

/** The drawing of a template in small. Its steps are told by the words beside it. */
export function TemplatePicture({ picture, name }: { picture: Picture; name: string }) {
  return (
    <svg
      class="picture"
      viewBox={picture.viewBox}
      preserveAspectRatio="xMidYMid meet"
      role="img"
      aria-label={`Drawing of ${name}`}
    >
      {picture.shapes.filter((one) => one.form === "frame").map(drawn)}
      {picture.arrows.map((points, index) => (
        <polyline key={index} class="picture__arrow" points={points} />
      ))}
      {picture.shapes.filter((one) => one.form !== "frame").map(drawn)}
    </svg>
  );
}

function drawn({ id, form, kind, x, y, width, height }: Shape) {
  switch (form) {
    case "frame":
      return <rect key={id} class="picture__frame" {...{ x, y, width, height }} rx={10} />;
    case "card":
      return (
        <g key={id} class={`is-${kind}`}>
          <rect class="picture__card" {...{ x, y, width, height }} rx={8} />
          <rect class="picture__edge" x={x} y={y} width={10} height={height} rx={4} />
          <circle class="picture__mark" cx={x + 34} cy={y + height / 2} r={10} />
          <line
            class="picture__word"
            x1={x + 58}
            x2={x + width - 20}
            y1={y + height / 2}
            y2={y + height / 2}
          />
        </g>
      );
    case "circle":
      return (
        <circle
          key={id}
          class={`picture__event is-${kind}`}
          cx={x + width / 2}
          cy={y + height / 2}
          r={width / 2}
        />
      );
    case "diamond":
      return (
        <polygon
          key={id}
          class={`picture__event is-${kind}`}
          points={[
            [x + width / 2, y],
            [x + width, y + height / 2],
            [x + width / 2, y + height],
            [x, y + height / 2],
          ]
            .map((point) => point.join(","))
            .join(" ")}
        />
      );
  }
}
