import "../../styles/models.css";
import { show } from "../../panels/frame/show.tsx";
import { Models } from "./models.tsx";

show(<Models />);
