export interface Colour {
  label: string;
  /** What stands in the file: pale ground and strong edge, as other editors show them. */
  fill?: string;
  stroke?: string;
}

/** A few calm colours. "None" takes a colour away. */
export const colours: readonly Colour[] = [
  { label: "None" },
  { label: "Sea", fill: "#dcefed", stroke: "#17706c" },
  { label: "Sky", fill: "#dfeaf7", stroke: "#35689e" },
  { label: "Leaf", fill: "#e3f1e4", stroke: "#2a7338" },
  { label: "Sand", fill: "#f8ecd3", stroke: "#8f6210" },
  { label: "Rose", fill: "#f8e1ea", stroke: "#a63e70" },
  { label: "Violet", fill: "#ece3f7", stroke: "#7448a8" },
];
