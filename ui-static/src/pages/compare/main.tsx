import "../../styles/values.css";
import "../../styles/compare.css";
import { show } from "../../panels/frame/show.tsx";
import { ComparePage } from "./compare-page.tsx";

show(<ComparePage />);
